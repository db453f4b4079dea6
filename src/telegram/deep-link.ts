/** What `t.me/bot?start=…` can carry besides an invitation (`r_…`, see the person's middleware). */
export type DeepLink =
  | { to: 'model'; code: string }
  | { to: 'preset'; id: string }
  | { to: 'result'; id: string }
  | { to: 'draft'; id: string }
  | { to: 'prompt'; text: string };

/** Telegram takes 64 characters of A-Z, a-z, 0-9, _ and -, two of which say what it is. */
const BYTES_OF_TEXT = 46;

/** A payload that brings these words into the chat; cut where they are too long. */
export function writePromptLink(text: string): string {
  let words = '';
  for (const character of text.trim()) {
    if (Buffer.byteLength(words + character) > BYTES_OF_TEXT) break;
    words += character;
  }
  return words === '' ? 'new' : `q_${Buffer.from(words).toString('base64url')}`;
}

export function readDeepLink(payload: string): DeepLink | undefined {
  const [, kind, rest = ''] = /^([mpgdq])_([A-Za-z0-9_-]{1,62})$/.exec(payload) ?? [];
  switch (kind) {
    case 'm':
      return { to: 'model', code: rest };
    case 'p':
      return { to: 'preset', id: rest };
    case 'g':
      return { to: 'result', id: rest };
    case 'd':
      return { to: 'draft', id: rest };
    case 'q':
      return { to: 'prompt', text: Buffer.from(rest, 'base64url').toString('utf8') };
    default:
      return undefined;
  }
}
