import { ApiError, tooManyRequests } from './api-error.ts';
import type { SimClock } from './clock.ts';

/** Something that goes wrong on purpose. Without `times` and `seconds` it stays until cleared. */
export interface Fault {
  /** Of one method, in any case of letters; of all if absent. */
  method?: string;
  kind: 'rate_limit' | 'server_error' | 'error' | 'drop_before' | 'drop_after' | 'slow' | 'hang';
  /** Calls it hits. */
  times?: number;
  /** Calls it lets pass first. */
  skip?: number;
  /** How long it lasts, in seconds. */
  seconds?: number;
  /** For `rate_limit`, in seconds; 1 if absent. */
  retry_after?: number;
  /** For `server_error` (502 if absent) and `error` (400 if absent). */
  status?: number;
  /** For `error`: the whole text with its prefix. */
  description?: string;
  /** For `slow`: the delay in milliseconds; 1000 if absent. */
  ms?: number;
}

/** What the faults let a call do. */
export interface Fate {
  error?: ApiError;
  delayMs?: number;
  /** The connection ends without an answer: before the method ran, or after it. */
  drop?: 'before' | 'after';
  hang?: boolean;
}

interface ActiveFault extends Fault {
  endsAt: number;
}

/** Faults in force, oldest first; a call meets the first that fits. */
export class Faults {
  readonly #clock: SimClock;
  #active: ActiveFault[] = [];

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  /** Puts a fault in force; the returned function takes it back. */
  add(fault: Fault): () => void {
    const endsAt =
      fault.seconds === undefined ? Number.POSITIVE_INFINITY : this.#now() + fault.seconds * 1_000;
    const active = { ...fault, endsAt };
    this.#active.push(active);
    return () => {
      this.#active = this.#active.filter((other) => other !== active);
    };
  }

  clear(): void {
    this.#active = [];
  }

  get list(): readonly Fault[] {
    return this.#active;
  }

  /** Decides about one call and counts it. */
  meet(method: string): Fate {
    const now = this.#now();
    this.#active = this.#active.filter((fault) => fault.endsAt > now && fault.times !== 0);
    const fits = (fault: Fault) => !fault.method || fault.method.toLowerCase() === method.toLowerCase();
    for (const fault of this.#active.filter(fits)) {
      if (fault.skip) {
        fault.skip -= 1;
        continue;
      }
      if (fault.times !== undefined) fault.times -= 1;
      return fateOf(fault);
    }
    return {};
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

const FATES: Record<Fault['kind'], (fault: Fault) => Fate> = {
  rate_limit: ({ retry_after }) => ({ error: tooManyRequests(retry_after ?? 1) }),
  server_error: ({ status }) => ({ error: new ApiError(status ?? 502, 'Bad Gateway') }),
  error: ({ status, description }) => ({ error: new ApiError(status ?? 400, description ?? 'Bad Request') }),
  drop_before: () => ({ drop: 'before' }),
  drop_after: () => ({ drop: 'after' }),
  slow: ({ ms }) => ({ delayMs: ms ?? 1_000 }),
  hang: () => ({ hang: true }),
};

function fateOf(fault: Fault): Fate {
  return FATES[fault.kind](fault);
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && Object.hasOwn(FATES, String((value as Fault).kind));
}
