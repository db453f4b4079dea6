import { createHmac } from 'node:crypto';
import { sameSecret } from '#platform';

/** Makes and checks marks that only this server can make; each purpose has a key of its own. */
export interface Signer {
  sign(text: string): string;
  /** Takes the same time whatever is wrong. */
  matches(text: string, mark: string): boolean;
}

export function createSigner(secret: string, purpose: string): Signer {
  const key = createHmac('sha256', `kiegram:${purpose}`).update(secret).digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return { sign, matches: (text, mark) => sameSecret(mark, sign(text)) };
}
