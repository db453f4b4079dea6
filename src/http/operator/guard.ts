import type { MiddlewareHandler } from 'hono';
import { getPerson } from '#people';
import { AppError } from '#platform';
import type { RateLimit } from '../pages/rate-limit.ts';
import { speechIn } from '../pages/speech.ts';
import type { DeskEnv } from './context.ts';
import type { DeskParts } from './parts.ts';
import { secretOf } from './session-cookie.ts';

/**
 * Only pages of our own can send this header: a form or a link of another site cannot, and a script there would have
 * to ask first, which nobody answers.
 *
 * @throws AppError `session`
 */
export const ownPagesOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.header('x-desk') !== '1') throw new AppError('session', 'Not a call of the desk');
  await next();
};

/** Lets operators with a session through, not too often. @throws AppError `session`, `too-many-calls` */
export function guard(
  { database, translator, access }: DeskParts,
  limit: RateLimit,
): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    const secret = secretOf(context);
    const personId = secret === '' ? null : await access.whose(secret);
    const person = personId === null ? null : await getPerson(database.db, personId);
    if (!person) throw new AppError('session', 'No session');
    context.set('person', person);
    context.set('speech', speechIn(translator, person.locale));
    context.set('actor', { via: 'desk', adminId: person.id });
    context.set('secret', secret);
    if (!limit.take(String(person.id))) throw new AppError('too-many-calls', 'Too many calls');
    await next();
  };
}
