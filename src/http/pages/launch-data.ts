import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { sameSecret } from '#platform';

/** Who opened the Mini App, as Telegram says. */
export interface LaunchData {
  user: z.output<typeof userShape>;
  startParam: string | undefined;
  /** Telegram's mark on all of it: names this launch. */
  hash: string;
}

const userShape = z.object({
  id: z.number().int().positive(),
  first_name: z.string(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

/** Nobody keeps a page open longer; older launch data is refused whoever sends it. */
const longestMs = 24 * 60 * 60_000;
/** Telegram's clock may be a little ahead of ours. */
const aheadMs = 60_000;

/**
 * Checks `initData`: HMAC over every field but `hash`, `signature` included (facts: 4.1), each field once, not older
 * than a day. Null for anything else; what was wrong is nobody's business.
 */
export function readLaunchData(initData: string, botToken: string, now: Date): LaunchData | null {
  const pairs = [...new URLSearchParams(initData)];
  const fields = new Map(pairs);
  const hash = fields.get('hash') ?? '';
  if (fields.size !== pairs.length || !sameSecret(hash, hashOf(pairs, botToken))) return null;
  const age = now.getTime() - Number(fields.get('auth_date')) * 1000;
  if (!(age <= longestMs && age >= -aheadMs)) return null;
  const user = readUser(fields.get('user'));
  return user && { user, startParam: fields.get('start_param'), hash };
}

function hashOf(pairs: [string, string][], botToken: string): string {
  const lines = pairs.filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`);
  const key = createHmac('sha256', 'WebAppData').update(botToken).digest();
  return createHmac('sha256', key).update(lines.sort().join('\n')).digest('hex');
}

function readUser(text: string | undefined): LaunchData['user'] | null {
  try {
    return userShape.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
