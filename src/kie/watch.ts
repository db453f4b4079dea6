/** Waiting for a task: one loop, used by the promise and by the iterator. */
import type { Clock } from './clock.ts';
import { AbortedError, isTransient, KieError, TaskNotFoundError, TaskTimeoutError } from './errors.ts';
import { isFinished } from './record.ts';
import type { CallOptions, Task, TaskHandle } from './types.ts';

export interface WatchOptions {
  /** How long to wait in all, in ms. Default 900 000. The task goes on when this is over. */
  timeoutMs?: number | undefined;
  /** Fixed distance of the polls in ms. Default 3 000. */
  pollMs?: number | undefined;
  /** Distance by the task's age, e.g. `pollDelay`; goes before `pollMs`. */
  rhythm?: ((ageMs: number) => number) | undefined;
  signal?: AbortSignal | undefined;
}

export const DEFAULT_WAIT_MS = 900_000;
export const DEFAULT_POLL_MS = 3_000;
/** For so long after its creation a task may be invisible (facts: "recordInfo is null"). */
export const INVISIBLE_MS = 90_000;

export interface WatchParts {
  getTask: (taskId: string, options: CallOptions) => Promise<Task>;
  clock: Clock;
  /** Time limit of one request, in ms. */
  requestTimeoutMs: number;
}

/**
 * Yields the task at every poll; the last one is finished (`success` or `fail`). Passing trouble (429, 455, 5xx,
 * network, broken answers) is waited out until the time is up. Throws `TaskTimeoutError` after a last look,
 * `TaskNotFoundError` when the task is still unknown 90 s after its creation, `UnknownStateError`, `AbortedError`.
 */
export async function* watch(
  { getTask, clock, requestTimeoutMs }: WatchParts,
  handle: TaskHandle,
  options: WatchOptions,
): AsyncGenerator<Task, void, undefined> {
  const { taskId } = handle;
  const { timeoutMs = DEFAULT_WAIT_MS, signal } = options;
  const startedAt = clock.now();
  const bornAt = Math.min(handle.createdAt ?? startedAt, startedAt);
  let seen: Task | null = null;
  for (;;) {
    const left = timeoutMs - (clock.now() - startedAt);
    const oneLook = Math.min(requestTimeoutMs, Math.max(left, 1_000));
    const look = await lookOnce(() => getTask(taskId, { signal, retries: 0, timeoutMs: oneLook }));
    if (look instanceof KieError) {
      const hopeless = look instanceof TaskNotFoundError && clock.now() - bornAt >= INVISIBLE_MS;
      if (hopeless) throw look;
    } else {
      seen = look;
      yield look;
      if (isFinished(look)) return;
    }
    const waited = clock.now() - startedAt;
    const trouble = look instanceof KieError ? look : undefined;
    if (waited >= timeoutMs) throw new TaskTimeoutError(taskId, waited, seen, trouble);
    const rest = Math.max(distance(options, clock.now() - bornAt), trouble?.retryAfterMs ?? 0);
    await pause(clock, Math.min(rest, timeoutMs - waited), signal);
  }
}

/** One look at the task: the task, or an error that may pass. Other errors are thrown. */
async function lookOnce(look: () => Promise<Task>): Promise<Task | KieError> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof TaskNotFoundError || isTransient(error)) return error;
    throw error;
  }
}

function distance({ pollMs, rhythm }: WatchOptions, ageMs: number): number {
  const wanted = rhythm ? rhythm(ageMs) : pollMs;
  return wanted !== undefined && Number.isFinite(wanted) && wanted > 0 ? wanted : DEFAULT_POLL_MS;
}

async function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    throw signal?.aborted ? new AbortedError(true, { cause: signal.reason }) : error;
  }
}
