/** createTask, recordInfo and waiting (facts: unified job API). */
import type { Clock } from './clock.ts';
import { isObject, toText } from './coerce.ts';
import { InvalidInputError, KieError, TaskFailedError, TaskNotFoundError, UncertainError } from './errors.ts';
import type { Limits } from './limiter.ts';
import { failedTask, readTask } from './record.ts';
import type { Requester } from './request.ts';
import { assertSendable } from './sendable.ts';
import type { CallOptions, InputOf, ModelId, Task, TaskHandle } from './types.ts';
import { type WatchOptions, watch } from './watch.ts';
import { errorForData } from './wire.ts';

export interface CreateTaskOptions extends CallOptions {
  /** Where kie.ai posts the finished task. */
  callbackUrl?: string | undefined;
}

export interface WaitOptions extends WatchOptions {
  /** Called with the task at every poll, awaited; an error it throws ends the wait. */
  onProgress?: ((task: Task) => void | Promise<void>) | undefined;
}

export interface TasksParts {
  request: Requester;
  base: string;
  clock: Clock;
  limits: Limits;
  requestTimeoutMs: number;
}

const CREATE_PATH = '/api/v1/jobs/createTask';
const RECORD_PATH = '/api/v1/jobs/recordInfo';

export type Tasks = ReturnType<typeof createTasks>;

export function createTasks({ request, base, clock, limits, requestTimeoutMs }: TasksParts) {
  async function createTask<Model extends ModelId | (string & {})>(
    model: Model,
    input: InputOf<Model>,
    { callbackUrl, ...options }: CreateTaskOptions = {},
  ): Promise<string> {
    if (typeof model !== 'string' || model === '') throw new InvalidInputError({}, 'The model is missing');
    assertSendable(input);
    const json = { model, ...(callbackUrl === undefined ? {} : { callBackUrl: callbackUrl }), input };
    const turn = (signal?: AbortSignal) => limits.createTask?.acquire(signal);
    try {
      const call = {
        method: 'POST',
        base,
        path: CREATE_PATH,
        json,
        policy: 'paid',
        turn,
        ...options,
      } as const;
      return readTaskId((await request(call)).data);
    } catch (error) {
      throw error instanceof KieError && !error.certainlyRefused ? new UncertainError(error) : error;
    }
  }

  async function getTask(taskId: string, options: CallOptions = {}): Promise<Task> {
    const query = new URLSearchParams({ taskId });
    const turn = (signal?: AbortSignal) => limits.recordInfo?.acquire(taskId, signal);
    const call = {
      method: 'GET',
      base,
      path: RECORD_PATH,
      query,
      turn,
      accept: [501, 408],
      ...options,
    } as const;
    const { code, msg, data } = await request(call).catch((error: unknown) => {
      throw isUnknownTask(error) ? new TaskNotFoundError(taskId, { ...error.evidence, cause: error }) : error;
    });
    if (code !== 200) return failedTask(taskId, String(code), msg, data);
    if (data == null) throw new TaskNotFoundError(taskId, { method: 'GET', path: RECORD_PATH, status: 200 });
    if (!isObject(data)) throw errorForData(data, { method: 'GET', path: RECORD_PATH });
    return readTask(data, taskId);
  }

  function watchTask(
    task: string | TaskHandle,
    options: WatchOptions = {},
  ): AsyncGenerator<Task, void, undefined> {
    return watch(
      { getTask, clock, requestTimeoutMs },
      typeof task === 'string' ? { taskId: task } : task,
      options,
    );
  }

  async function waitTask(task: string | TaskHandle, options: WaitOptions = {}): Promise<Task> {
    const { onProgress, ...rest } = options;
    let last: Task | undefined;
    for await (last of watchTask(task, rest)) await onProgress?.(last);
    if (last === undefined) throw new TypeError('watchTask ended without a task');
    if (last.state === 'fail') throw new TaskFailedError(last);
    return last;
  }

  return { createTask, getTask, watchTask, waitTask };
}

function readTaskId(data: unknown): string {
  const taskId = isObject(data) ? (toText(data.taskId) ?? toText(data.recordId)) : null;
  if (taskId === null) throw errorForData(data, { method: 'POST', path: CREATE_PATH });
  return taskId;
}

function isUnknownTask(error: unknown): error is KieError {
  if (!(error instanceof KieError)) return false;
  return (
    /recordInfo is null|task not found/i.test(error.providerMessage ?? '') ||
    (error.envelopeCode === 404 && error.code === 'not-found')
  );
}
