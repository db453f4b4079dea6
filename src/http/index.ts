// The server

// What comes in
export type { Readiness } from './health.ts';
export { createHttpApp, type HttpParts, type HttpServer, listen } from './server.ts';
export { telegramWebhookPath } from './telegram-webhook.ts';
