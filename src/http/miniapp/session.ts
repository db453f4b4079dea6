import { Hono } from 'hono';
import { z } from 'zod';
import { maxUploadBytes } from '#generation';
import { pickLocale } from '#i18n';
import { balance } from '#ledger';
import { welcome } from '#payments';
import type { Person as PersonRow } from '#people';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import { type LaunchData, readLaunchData } from '../pages/launch-data.ts';
import { takeLaunch } from '../pages/launches.ts';
import type { MiniAppEnv } from './context.ts';
import type { Person, Session } from './contract.ts';
import type { MiniAppParts } from './parts.ts';
import { sessionMs, type Tokens } from './tokens.ts';

const launch = z.object({ initData: z.string().max(8192), launchKey: z.string().min(16).max(100) });

/** POST /session: launch data becomes a token; somebody new is welcomed as in the chat. @throws AppError `session` */
export function sessionRoutes(parts: MiniAppParts, tokens: Tokens): Hono<MiniAppEnv> {
  const { database, translator, config, clock } = parts;
  const app = new Hono<MiniAppEnv>();
  app.post('/session', async (context) => {
    const { initData, launchKey } = await readBody(context, launch);
    const now = clock.now();
    const data = readLaunchData(initData, config.botToken, now);
    if (!data) throw new AppError('session', 'The launch data is not good');
    const person = await meet(parts, data, now);
    const { id: personId } = person;
    const isOurs = await takeLaunch(database.db, { hash: data.hash, launchKey, personId, at: now });
    if (!isOurs || person.bannedAt) throw new AppError('session', 'The launch data was used elsewhere');
    const session: Session = {
      token: tokens.issue(personId, now),
      livesMs: sessionMs,
      person: personView(person),
      balance: await balance(database.db, personId),
      locales: translator.locales.map((code) => ({ code, name: translator.t(code, 'language-name') })),
      maxFileMb: maxUploadBytes / 1e6,
    };
    return context.json(session);
  });
  return app;
}

async function meet(
  { database, translator, config }: MiniAppParts,
  { user, startParam }: LaunchData,
  at: Date,
): Promise<PersonRow> {
  const profile = {
    id: user.id,
    firstName: user.first_name,
    ...(user.username === undefined ? {} : { username: user.username }),
    locale: pickLocale(translator.locales, user.language_code, config.defaultLocale),
  };
  const referredBy = startParam?.match(/^r_([A-Za-z0-9_-]{1,62})$/)?.[1];
  const invitation = referredBy === undefined ? {} : { referredBy };
  const options = { startCredits: config.startCredits, at, ...invitation };
  return (await database.transaction((trx) => welcome(trx, profile, options))).person;
}

export function personView({ id, firstName, locale, settings }: PersonRow): Person {
  const { favourites = [], quietApp: isQuiet = false } = settings;
  return { id, name: firstName, locale, favourites, isQuiet };
}
