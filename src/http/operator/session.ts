import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskSession } from '#operator';
import { getPerson } from '#people';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import { readLaunchData } from '../pages/launch-data.ts';
import { takeLaunch } from '../pages/launches.ts';
import type { DeskContext, DeskEnv } from './context.ts';
import type { Desk } from './contract.ts';
import type { DeskParts } from './parts.ts';
import { giveCookie, takeCookie } from './session-cookie.ts';

const byLink = z.object({ link: z.string().min(20).max(100) });
const byLaunch = z.object({ initData: z.string().max(8192), launchKey: z.string().min(16).max(100) });

/**
 * POST /session: a link of the bot, or Telegram's launch data of an operator, becomes a session.
 *
 * @throws AppError `desk-link-used`, `not-operator`, `session`
 */
export function loginRoutes(parts: DeskParts): Hono<DeskEnv> {
  const { access, config, log } = parts;
  const app = new Hono<DeskEnv>();
  app.post('/session', async (context) => {
    const login = await readBody(context, z.union([byLink, byLaunch]));
    const isByLink = 'link' in login;
    const session = isByLink ? await access.redeemLink(login.link) : await openByLaunch(parts, login);
    log.info(
      { admin: session.personId, by: isByLink ? 'link' : 'launch' },
      'an operator sat down at the desk',
    );
    if (isByLink) giveCookie(context, session.secret, session.endsAt, config.isHttps);
    const desk = await deskOf(parts, session.personId);
    return context.json(isByLink ? desk : { ...desk, secret: session.secret });
  });
  return app;
}

/** Behind the guard: whose desk this is, and leaving it. */
export function sessionRoutes(parts: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/session', async (context) => context.json(await deskOf(parts, context.get('person').id)));
  app.delete('/session', async (context: DeskContext) => {
    await parts.access.closeSession(context.get('secret'));
    takeCookie(context, parts.config.isHttps);
    return context.json({});
  });
  return app;
}

async function openByLaunch(
  { database, access, config, clock }: DeskParts,
  { initData, launchKey }: z.output<typeof byLaunch>,
): Promise<DeskSession> {
  const now = clock.now();
  const data = readLaunchData(initData, config.botToken, now);
  const person = data && (await getPerson(database.db, data.user.id));
  if (!person) throw new AppError('session', 'The launch data is not good');
  const session = await access.openSession(person.id);
  if (await takeLaunch(database.db, { hash: data.hash, launchKey, personId: person.id, at: now }))
    return session;
  await access.closeSession(session.secret);
  throw new AppError('session', 'The launch data was used elsewhere');
}

async function deskOf({ database, config }: DeskParts, personId: number): Promise<Desk> {
  const person = await getPerson(database.db, personId);
  if (!person) throw new AppError('session', 'An operator who never met the bot');
  const { id, firstName: name, locale } = person;
  return { person: { id, name, locale }, timeZone: config.timeZone };
}
