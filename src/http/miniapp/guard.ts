import type { MiddlewareHandler } from 'hono';
import { getPerson } from '#people';
import { AppError } from '#platform';
import { type RateLimit, tooManyCalls } from '../pages/rate-limit.ts';
import { speechIn } from '../pages/speech.ts';
import type { MiniAppEnv } from './context.ts';
import type { MiniAppParts } from './parts.ts';
import type { Tokens } from './tokens.ts';

/** Lets a call through whose token names a person who may be here, not too often. @throws AppError `session`, `too-many-calls` */
export function guard(
  { database, translator, clock }: MiniAppParts,
  tokens: Tokens,
  limit: RateLimit,
): MiddlewareHandler<MiniAppEnv> {
  return async (context, next) => {
    const token = context.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
    const personId = tokens.read(token, clock.now());
    const person = personId === null ? null : await getPerson(database.db, personId);
    if (!person || person.bannedAt) throw new AppError('session', 'No session');
    context.set('person', person);
    context.set('speech', speechIn(translator, person.locale));
    if (!limit.take(String(person.id))) throw tooManyCalls(limit);
    await next();
  };
}
