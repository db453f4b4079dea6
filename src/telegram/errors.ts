/** Every code this room throws; each one has a phrase in every locale. */
export const telegramErrorCodes = [
  'attachment-gone',
  'attachment-too-large',
  'telegram-token-refused',
  'telegram-unreachable',
  'webhook-protected',
] as const;

export type TelegramErrorCode = (typeof telegramErrorCodes)[number];
