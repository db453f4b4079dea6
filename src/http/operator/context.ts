import type { Context } from 'hono';
import type { Speech } from '#forms';
import type { Actor } from '#operator';
import type { Person } from '#people';

/** What the guard adds to every call with a session. */
export interface DeskEnv {
  Variables: { person: Person; speech: Speech; actor: Actor; secret: string };
}

export type DeskContext = Context<DeskEnv>;
