// The edge, in two steps: what generations need of it, then the bot that needs them

// Fetching updates, or having them sent
export { ALLOWED_UPDATES } from './allowed-updates.ts';
// Its commands, buttons and updates, by name
export { parseTap, type Tap, type TapOf, tapNames } from './callback-data.ts';
export { type CommandName, commandNames, groupCommandNames } from './commands.ts';
// Errors a person can meet, and what operators are told
export { type TelegramErrorCode, telegramErrorCodes } from './errors.ts';
export {
  assertNoForeignWebhook,
  isForeign as isForeignWebhook,
  shownAddress as shownWebhook,
} from './foreign-webhook.ts';
export type { TelegramOperators } from './operators.ts';
export { type PaymentAlertCode, paymentAlertCodes } from './payment-alerts.ts';
export {
  type Poller,
  type PollerAlertCode,
  type PollerLock,
  type PollerState,
  pollerAlertCodes,
} from './poller.ts';
export type { LoadOriginal, TelegramConfig } from './services.ts';
// Its tables
export type { FileSetsTable, HandledUpdatesTable } from './tables.ts';
export {
  createTelegram,
  createTelegramOutbox,
  type Telegram,
  type TelegramEdgeOptions,
  type TelegramOptions,
  type TelegramOutbox,
} from './telegram.ts';
export { type WebhookAlertCode, webhookAlertCodes } from './webhook.ts';
