import { autoRetry } from '@grammyjs/auto-retry';
import { Api, type ApiClientOptions, type Transformer } from 'grammy';
import { measure, secondsSince } from '#platform';

export interface ApiOptions {
  token: string;
  /** Address of the Bot API, without a slash at the end. */
  apiRoot: string;
}

const CALL_TIMEOUT_SECONDS = 60;
/** Longer waits are handed to the caller, who knows better what else to do meanwhile. */
const LONGEST_WAIT_SECONDS = 5;

export function clientOptions(apiRoot: string): ApiClientOptions {
  return { apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS };
}

/** A Bot API client that fails at once, for the poll loop, which has its own way of waiting. */
export function createPlainApi({ token, apiRoot }: ApiOptions): Api {
  const api = new Api(token, clientOptions(apiRoot));
  api.config.use(measureCalls());
  return api;
}

/** Counts every call by its method and the code of its answer. */
export function measureCalls(): Transformer {
  return async (previous, method, payload, signal) => {
    const startedAt = performance.now();
    const count = (result: string) =>
      measure({ of: 'telegram-call', label: method, result, seconds: secondsSince(startedAt) });
    try {
      const answer = await previous(method, payload, signal);
      count(answer.ok ? '200' : String(answer.error_code));
      return answer;
    } catch (error) {
      count('none');
      throw error;
    }
  };
}

/**
 * The Bot API client of everything that sends. A short "wait" (429) is obeyed twice; an answer that
 * never came is not asked for again, because the message may have arrived.
 */
export function createSendingApi(options: ApiOptions): Api {
  const api = createPlainApi(options);
  api.config.use(waitWhenTold());
  return api;
}

export function waitWhenTold() {
  return autoRetry({
    maxRetryAttempts: 2,
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
}

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** grammY names the signal's type after an older polyfill; at run time it takes the platform's own. */
export function asGrammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
