/** `data` of recordInfo and of callbacks → Task (facts: recordInfo fields). */
import { isObject, type JsonObject, parseText, toNumber, toText } from './coerce.ts';
import { UnknownStateError } from './errors.ts';
import { readResult } from './result.ts';
import { TASK_STATES, type Task, type TaskState } from './types.ts';

/** Reads a record. `taskId` is used when the record does not name its own. Throws `UnknownStateError`. */
export function readTask(data: JsonObject, taskId: string): Task {
  const id = toText(data.taskId) ?? taskId;
  const param = parseText(data.param);
  const input = isObject(param) ? parseText(param.input) : undefined;
  return {
    taskId: id,
    model: toText(data.model) ?? (isObject(param) ? toText(param.model) : null) ?? '',
    state: readState(data, id),
    ...(input === undefined ? {} : { input }),
    result: readResult(data.resultJson, data.response),
    failCode: toText(data.failCode),
    failMsg: toText(data.failMsg),
    costSeconds: toNumber(data.costTime),
    createdAt: toNumber(data.createTime),
    completedAt: toNumber(data.completeTime),
    creditsConsumed: toNumber(data.creditsConsumed),
    raw: data,
  };
}

/** A task known only to have failed: recordInfo's code 501 or 408, or a callback without a record. */
export function failedTask(taskId: string, failCode: string, failMsg: string | null, raw: unknown): Task {
  const data = isObject(raw) ? raw : {};
  const task = readTask({ ...data, state: 'fail' }, taskId);
  return { ...task, failCode: task.failCode ?? failCode, failMsg: task.failMsg ?? failMsg, raw };
}

export function isFinished(task: Task): boolean {
  return task.state === 'success' || task.state === 'fail';
}

const BY_SUCCESS_FLAG: { [flag: string]: TaskState } = { 0: 'generating', 1: 'success', 3: 'fail' };

function readState(data: JsonObject, taskId: string): TaskState {
  const text = toText(data.state);
  const flag = toText(data.successFlag);
  const state =
    text === null ? BY_SUCCESS_FLAG[flag ?? ''] : TASK_STATES.find((candidate) => candidate === text);
  if (state === undefined) throw new UnknownStateError(taskId, text ?? flag ?? '', data);
  return state;
}
