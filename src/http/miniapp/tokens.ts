import { createSigner } from './signing.ts';

/** Short, so that a stolen one is soon worth nothing; the page renews it with its launch data. */
export const sessionMs = 30 * 60_000;

/** Tokens that say who somebody is. They travel in a header, never in a cookie: no other site can make a browser send one. */
export interface Tokens {
  issue(personId: number, now: Date): string;
  /** The person's id; null for a token that is forged or too old. */
  read(token: string, now: Date): number | null;
}

export function createTokens(secret: string): Tokens {
  const signer = createSigner(secret, 'session');
  return {
    issue(personId, now) {
      const claim = `${personId}.${now.getTime() + sessionMs}`;
      return `${claim}.${signer.sign(claim)}`;
    },
    read(token, now) {
      const [id = '', until = '', mark = ''] = token.split('.');
      if (!signer.matches(`${id}.${until}`, mark)) return null;
      return Number(until) > now.getTime() ? Number(id) : null;
    },
  };
}
