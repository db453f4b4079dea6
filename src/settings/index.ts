// Where Telegram and kie.ai are
export { kieBaseUrl, kieUploadBaseUrl, telegramApiRoot } from './addresses.ts';
// What the environment says
export { type Env, readEnv, SettingsError, secretSettings, settingNames } from './env.ts';
export { kieFromEnv } from './kie-from-env.ts';
// Folders that come with the code
export { deskFolder, localesFolder, migrationsFolder, miniAppFolder } from './paths.ts';
