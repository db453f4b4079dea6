/** A signal that aborts when the time is up or when the caller's own signal does. `end` must be called. */
export interface Deadline {
  signal: AbortSignal;
  timedOut(): boolean;
  end(): void;
}

/** Starts a deadline of `timeoutMs` real milliseconds; infinite when that is not a finite number. */
export function startDeadline(timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  let late = false;
  const expire = () => {
    late = true;
    controller.abort(new Error(`No answer within ${timeoutMs} ms`));
  };
  const follow = () => controller.abort(outer?.reason);
  const timer = Number.isFinite(timeoutMs) ? setTimeout(expire, timeoutMs) : undefined;
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => late,
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
}

/** Settles like the promise, or rejects with the signal's reason as soon as that is aborted. */
export async function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  const stop = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: stop.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stop.abort();
  }
}
