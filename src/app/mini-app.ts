import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOffer } from '#forms';
import { createMiniApp } from '#http';
import type { Clock, Logger } from '#platform';
import { miniAppFolder } from '#settings';
import type { Config, Secrets } from './config.ts';
import type { Rooms } from './rooms.ts';

/** Telegram's own web clients. */
const telegramPages = ['https://web.telegram.org', 'https://*.telegram.org'];

/**
 * Where people find the Mini App: under PUBLIC_URL (Telegram opens https alone), in the sandbox on this machine; null
 * where it has no address or was not built.
 */
export function miniAppUrl({ mode, http }: Config, ownUrl: string, log: Logger): string | null {
  const base = http.publicUrl ?? (mode === 'sandbox' ? ownUrl : null);
  if (base === null || (mode === 'real' && !base.startsWith('https:'))) return null;
  if (existsSync(join(miniAppFolder, 'index.html'))) return `${base}/app/`;
  log.warn('The Mini App is not built, so nobody is offered it: npm run build:web');
  return null;
}

/** Origins of the pages that may show ours in a frame. */
export function framesOf({ mode, telegram }: Config): string[] {
  return mode === 'sandbox' ? [...telegramPages, new URL(telegram.apiRoot).origin] : telegramPages;
}

interface Parts {
  config: Config;
  secrets: Secrets;
  rooms: Rooms;
  clock: Clock;
  log: Logger;
}

export function buildMiniApp({
  config,
  secrets,
  rooms,
  clock,
  log,
}: Parts): ReturnType<typeof createMiniApp> {
  const { database, registry, translator, generations, telegram, terms } = rooms;
  return createMiniApp({
    database,
    registry,
    translator,
    generations,
    offer: createOffer(registry, terms.now),
    telegram: telegram.forMiniApp,
    config: {
      botToken: secrets.botToken,
      folder: miniAppFolder,
      frameAncestors: framesOf(config),
      startCredits: config.people.startCredits,
      defaultLocale: config.people.defaultLocale,
      packs: config.payments.packs,
      referralCredits: config.payments.referralCredits,
      supportContact: config.operator.supportContact,
    },
    clock,
    log,
  });
}
