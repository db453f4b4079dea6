import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares secrets in constant time; digests are of one length, so that not even the length can be measured. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
