// The server

// What comes in
export type { Readiness } from './health.ts';
// The Mini App
export type { MiniAppParts, MiniAppTelegram } from './miniapp/parts.ts';
export { miniAppErrorCodes } from './miniapp/refusals.ts';
export { createMiniApp } from './miniapp/routes.ts';
// The operator's desk
export type { DeskParts } from './operator/parts.ts';
export { createDesk } from './operator/routes.ts';
// Built pages
export { staticFiles } from './pages/static-files.ts';
export type { LaunchesTable } from './pages/tables.ts';
export { createHttpApp, type HttpParts, type HttpServer, listen } from './server.ts';
export { telegramWebhookPath } from './telegram-webhook.ts';
