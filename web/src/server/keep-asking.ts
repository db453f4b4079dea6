import { t } from '../words.ts';
import { CallError } from './call.ts';

const firstPauseMs = 1000;
const longestPauseMs = 15_000;

/**
 * Asks until there is an answer: again when the server says so, and when the line is back. Only for calls that change
 * nothing. `tell` gets a sentence while it does not get on, and null once it does.
 *
 * @throws CallError when the server has refused for good
 */
export async function keepAsking<T>(
  ask: () => Promise<T>,
  tell: (trouble: string | null) => void,
  signal?: AbortSignal,
): Promise<T> {
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      const answer = await ask();
      tell(null);
      return answer;
    } catch (error) {
      if (signal?.aborted || !isPassing(error)) throw error;
      const waits = error instanceof CallError ? (error.retryAfterMs ?? pause) : pause;
      tell(sentence(error, waits));
      await lineOrTime(waits);
      if (signal?.aborted) throw error;
    }
  }
}

/** The line was cut, or the server can do it later. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof CallError) || error.retryAfterMs !== undefined || error.status >= 500;
}

/** What is said of a call that did not work out. */
export function troubleWith(error: unknown): string {
  return (error instanceof CallError && error.message) || t('web-offline-text');
}

function sentence(error: unknown, waitsMs: number): string {
  if (!(error instanceof CallError)) return t('web-offline-again');
  return `${error.message} ${t('web-goes-on', { seconds: Math.ceil(waitsMs / 1000) })}`.trim();
}

/** After the time, or as soon as the device has a line again. */
export function lineOrTime(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
