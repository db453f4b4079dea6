/** Where Telegram and kie.ai answer unless a setting says otherwise. */
export const telegramApiRoot = 'https://api.telegram.org';
export const kieBaseUrl = 'https://api.kie.ai';
export const kieUploadBaseUrl = 'https://kieai.redpandaai.co';
