import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOffer } from '#forms';
import { createDesk } from '#http';
import type { Clock, Logger } from '#platform';
import { deskFolder } from '#settings';
import type { Config, Secrets } from './config.ts';
import { framesOf } from './mini-app.ts';
import type { Rooms } from './rooms.ts';

/**
 * Where operators find the desk: under PUBLIC_URL, else on this machine alone; null where it was not built.
 */
export function deskUrl({ http }: Config, ownUrl: string): string | null {
  return existsSync(join(deskFolder, 'index.html')) ? `${http.publicUrl ?? ownUrl}/operator/` : null;
}

interface Parts {
  config: Config;
  secrets: Secrets;
  rooms: Rooms;
  clock: Clock;
  log: Logger;
}

export function buildDesk({ config, secrets, rooms, clock, log }: Parts): ReturnType<typeof createDesk> {
  const { database, registry, translator, generations, operator, figures, deskAccess, terms } = rooms;
  return createDesk({
    ...{ database, registry, translator, generations, operator, figures },
    access: deskAccess,
    offer: createOffer(registry, terms.now),
    config: {
      botToken: secrets.botToken,
      folder: deskFolder,
      frameAncestors: framesOf(config),
      adminIds: config.operator.adminIds,
      defaultLocale: config.people.defaultLocale,
      timeZone: config.people.timeZone,
      isHttps: config.http.publicUrl?.startsWith('https:') ?? false,
    },
    clock,
    log,
  });
}
