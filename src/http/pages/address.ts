import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who calls: as the last proxy says, else the other end of the line. */
export function addressOf(context: Context): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded ?? getConnInfo(context).remote.address ?? '';
}
