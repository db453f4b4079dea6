import { tooManyRequests } from './api-error.ts';
import type { SimClock } from './clock.ts';
import type { Params } from './params.ts';

interface Bucket {
  tokens: number;
  at: number;
}

/** Methods that put something before people's eyes; only those are counted. */
const COUNTED = /^(send|copy|forward|edit)/i;
const PER_CHAT = { perSecond: 1, burst: 4 };
const PER_GROUP = { perSecond: 1 / 3, burst: 20 };
const OVERALL = { perSecond: 30, burst: 30 };

/** About one message a second per chat, twenty a minute in a group, thirty a second in all (facts: 1.7). */
export class RateLimits {
  readonly #clock: SimClock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  /** @throws ApiError 429 when the call comes too early */
  check(bot: string, method: string, params: Params): void {
    if (!COUNTED.test(method) || method === 'sendChatAction') return;
    const chat = params.text('chat_id');
    const wait = Math.max(
      this.#wait(`${bot} ${chat}`, chat.startsWith('-') ? PER_GROUP : PER_CHAT),
      this.#wait(bot, OVERALL),
    );
    if (wait > 0) throw tooManyRequests(Math.ceil(wait));
    this.#take(`${bot} ${chat}`);
    this.#take(bot);
  }

  /** Seconds until there is a token. */
  #wait(key: string, { perSecond, burst }: typeof PER_CHAT): number {
    const now = this.#clock.now().getTime() / 1_000;
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perSecond);
    this.#buckets.set(key, { tokens, at: now });
    return tokens >= 1 ? 0 : (1 - tokens) / perSecond;
  }

  #take(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.tokens -= 1;
  }
}
