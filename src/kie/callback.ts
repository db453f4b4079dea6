/** What kie.ai posts to a callback URL (facts: callbacks). A callback is a wake-up: its body is not signed. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject, type JsonObject, parseText, toNumber, toText } from './coerce.ts';
import { CallbackError } from './errors.ts';
import { failedTask, readTask } from './record.ts';
import type { Task, TaskState } from './types.ts';

export interface Callback {
  taskId: string;
  state: TaskState;
  /** As told by the callback. Before money depends on it, ask for the task again with the key. */
  task: Task;
  /** `code` and `msg` of the envelope, when there was one. */
  code: number | null;
  msg: string | null;
  raw: unknown;
}

type HeaderBag = Headers | { [name: string]: string | string[] | undefined };

export interface VerifyCallbackOptions {
  /** The body exactly as received. */
  rawBody: string | Uint8Array;
  headers: HeaderBag;
  /** The webhook HMAC key of the account's settings. */
  hmacKey: string;
  /** Wall clock, epoch ms. Default: now. */
  now?: number | undefined;
  /** How far the signed time may be from `now`, either way. Default 300. */
  toleranceSeconds?: number | undefined;
}

/**
 * Checks the signature (base64 HMAC-SHA256 of `taskId.timestamp`, in constant time) and the replay window, then
 * parses. Throws `CallbackError` with the reason `unreadable`, `no-task-id`, `unsigned`, `stale` or `forged`.
 */
export function verifyCallback(options: VerifyCallbackOptions): Callback {
  const { rawBody, headers, hmacKey, now = Date.now(), toleranceSeconds = 300 } = options;
  if (hmacKey === '')
    throw new TypeError('verifyCallback needs the HMAC key; an empty one would verify anyone');
  const taskId = readTaskId(readBody(rawBody));
  const timestamp = header(headers, 'x-webhook-timestamp');
  const signature = header(headers, 'x-webhook-signature');
  if (timestamp === null || signature === null || !/^\d{1,12}$/.test(timestamp)) {
    throw new CallbackError('unsigned', 'The callback lacks its timestamp or its signature');
  }
  const expected = createHmac('sha256', hmacKey).update(`${taskId}.${timestamp}`).digest();
  const given = Buffer.from(signature, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new CallbackError('forged', 'The signature of the callback is wrong');
  }
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new CallbackError('stale', 'The callback was signed too long ago, or in the future');
  }
  return parseCallback(rawBody);
}

/**
 * Reads a callback without checking who sent it: the market's payload, the bare answer of recordInfo, and the
 * product APIs' `data.task_id` with `callbackType`. Throws `CallbackError` (`unreadable`, `no-task-id`) or
 * `UnknownStateError`.
 */
export function parseCallback(rawBody: string | Uint8Array): Callback {
  const body = readBody(rawBody);
  const taskId = readTaskId(body);
  const data = isObject(body.data) ? body.data : body;
  const code = toNumber(body.code);
  const msg = toText(body.msg);
  const task = readCallbackTask(data, taskId, code, msg);
  return { taskId, state: task.state, task, code, msg, raw: body };
}

function readCallbackTask(data: JsonObject, taskId: string, code: number | null, msg: string | null): Task {
  if (data.state !== undefined) return readTask(data, taskId);
  const type = toText(data.callbackType);
  if (type === 'error' || (code !== null && code !== 200)) {
    return failedTask(taskId, String(code ?? 'error'), msg, data);
  }
  const running = type === 'text' || type === 'first';
  const resultJson = data.resultJson ?? (data.data === undefined ? data.info : { data: data.data });
  return readTask({ ...data, state: running ? 'generating' : 'success', resultJson }, taskId);
}

function readBody(rawBody: string | Uint8Array): JsonObject {
  const body = parseText(typeof rawBody === 'string' ? rawBody : Buffer.from(rawBody).toString('utf8'));
  if (!isObject(body)) throw new CallbackError('unreadable', 'The callback is not a JSON object');
  return body;
}

function readTaskId(body: JsonObject): string {
  const data = isObject(body.data) ? body.data : {};
  const taskId = toText(data.task_id) ?? toText(data.taskId) ?? toText(body.taskId) ?? toText(body.task_id);
  if (taskId === null) throw new CallbackError('no-task-id', 'The callback names no task');
  return taskId;
}

function header(headers: HeaderBag, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name) || null;
  const values = Object.entries(headers).filter(([key]) => key.toLowerCase() === name);
  const value = values.length === 1 ? values[0]?.[1] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}
