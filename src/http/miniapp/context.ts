import type { Context } from 'hono';
import type { Speech } from '#forms';
import type { Person } from '#people';

/** What the guard adds to every call with a session. */
export interface MiniAppEnv {
  Variables: { person: Person; speech: Speech };
}

export type MiniAppContext = Context<MiniAppEnv>;
