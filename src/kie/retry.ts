/** When to send a request again: pure decisions, errors and numbers in, milliseconds out. */
import { isTransient, type KieError } from './errors.ts';

/** `read`: harmless to repeat (every GET, uploads, download links). `paid`: createTask. */
export type RetryPolicy = 'read' | 'paid';

export interface RetryQuestion {
  policy: RetryPolicy;
  error: KieError;
  /** How many times it has been sent again already. */
  retried: number;
  /** How many times it may be sent again at most. */
  retries: number;
  /** A number in [0, 1) for the jitter. */
  random: number;
}

/** Beyond this the caller is told instead of being kept waiting. */
export const LONGEST_RETRY_AFTER_MS = 60_000;

const PAID_DELAYS_MS = [2_000, 5_000, 12_000] as const;
const READ_BASE_MS = 500;
const READ_CAP_MS = 15_000;

/**
 * The delay in ms before the next attempt, or null for none. A server's Retry-After is obeyed, or, beyond
 * `LONGEST_RETRY_AFTER_MS`, ends the attempts. Reads use exponential backoff with full jitter; createTask is sent
 * again only after a 429, the one refusal that is certain and passes (facts: limits, polling, retention).
 */
export function retryDelay({ policy, error, retried, retries, random }: RetryQuestion): number | null {
  if (retried >= retries) return null;
  const worthIt = policy === 'paid' ? error.code === 'rate-limited' : isTransient(error);
  if (!worthIt) return null;
  if (error.retryAfterMs !== null) {
    return error.retryAfterMs > LONGEST_RETRY_AFTER_MS ? null : error.retryAfterMs;
  }
  if (policy === 'paid') return PAID_DELAYS_MS[retried] ?? null;
  return Math.round(random * Math.min(READ_BASE_MS * 2 ** retried, READ_CAP_MS));
}

/** Retry-After as ms: a number of seconds or an HTTP date; null when absent or unreadable. */
export function readRetryAfter(header: string | null, wallClockMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - wallClockMs;
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
}
