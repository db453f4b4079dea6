import { stateOf, type Task } from './tasks.ts';

/** `data` of recordInfo (facts: recordInfo): texts inside texts, seconds in costTime, "" before success. */
export function recordOf(task: Task, now: number) {
  const end = task.end;
  return {
    taskId: task.id,
    model: task.model.id,
    state: stateOf(task, now),
    successFlag: end === undefined ? 0 : end.state === 'success' ? 1 : 3,
    param: paramOf(task),
    resultJson: end ? end.resultJson : '',
    response: parsed(end?.resultJson),
    failCode: end?.failCode ?? null,
    failMsg: end?.failMsg ?? null,
    costTime: end ? costSeconds(task) : null,
    completeTime: end?.completeTime ?? null,
    createTime: task.createTime,
    creditsConsumed: end?.creditsConsumed ?? null,
  };
}

/** The body of the callback at the terminal state (facts: callbacks). */
export function callbackBody(task: Task) {
  const end = task.end;
  const head = { taskId: task.id, model: task.model.id, state: end?.state, param: paramOf(task) };
  if (end?.state !== 'success') {
    const data = {
      ...head,
      resultJson: null,
      failCode: end?.failCode ?? null,
      failMsg: end?.failMsg ?? null,
    };
    return { code: 501, msg: 'Playground task failed.', data };
  }
  const data = {
    ...head,
    resultJson: end.resultJson,
    failCode: null,
    failMsg: null,
    costTime: costSeconds(task),
    completeTime: end.completeTime,
    createTime: task.createTime,
    updateTime: end.completeTime,
    creditsConsumed: end.creditsConsumed,
  };
  return { code: 200, msg: 'Playground task completed successfully.', data };
}

function paramOf(task: Task): string {
  const callBack = task.callBackUrl === undefined ? {} : { callBackUrl: task.callBackUrl };
  return JSON.stringify({ input: JSON.stringify(task.input), ...callBack, model: task.model.id });
}

function costSeconds(task: Task): number {
  return Math.round(((task.end?.completeTime ?? task.createTime) - task.createTime) / 1000);
}

function parsed(resultJson: string | null | undefined): unknown {
  if (!resultJson) return null;
  try {
    return JSON.parse(resultJson);
  } catch {
    return null;
  }
}
