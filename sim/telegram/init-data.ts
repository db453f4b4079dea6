import { createHmac } from 'node:crypto';

/**
 * Signs launch data of a Mini App as Telegram does: every field but `hash` is covered, `signature` included
 * (facts: 4.1). Values are plain, `user` is JSON text; answers the query string with its `hash`.
 */
export function signInitData(token: string, fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', secret).update(lines.sort().join('\n')).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
