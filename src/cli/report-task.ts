import type { Task } from '#kie';
import { InterruptedError } from './errors.ts';
import type { KieAccess } from './kie-access.ts';
import { dataText, type SavedFile, saveResults } from './save-results.ts';

/** A finished task as `--json` prints it. */
export interface TaskReport {
  readonly taskId: string;
  readonly model: string;
  readonly state: Task['state'];
  readonly kieCredits: number | null;
  readonly files: readonly SavedFile[];
  /** Text or data of models that make no files. */
  readonly data?: unknown;
}

/** Saves the result and prints it: paths of files, or the text itself, on stdout. */
export async function reportTask(
  access: KieAccess,
  task: Task,
  { out, json, signal }: { out: string; json: boolean; signal: AbortSignal },
): Promise<void> {
  const files = await saveResults(access, task, { out, signal }).catch((error: unknown) => {
    throw signal.aborted ? new InterruptedError(again(task), { cause: error }) : error;
  });
  if (json) console.log(JSON.stringify(taskReport(task, files), null, 2));
  else print(task, files);
}

function again({ taskId }: Task): string {
  return `The task is done, its files are not all here. Fetch them with: kiegram task ${taskId}`;
}

/** A task and what of it lies on the disk. */
export function taskReport(task: Task, files: readonly SavedFile[]): TaskReport {
  const { taskId, model, state, creditsConsumed, result } = task;
  const data = result?.object ?? result?.segments;
  return {
    taskId,
    model,
    state,
    kieCredits: creditsConsumed,
    files,
    ...(data === undefined ? {} : { data }),
  };
}

function print(task: Task, files: readonly SavedFile[]): void {
  const data = task.result === null ? undefined : dataText(task.result);
  if (data !== undefined) console.log(data);
  for (const { path, url } of files) {
    if (url === null) console.error(`saved as ${path}`);
    else console.log(path);
  }
  if (files.length === 0) console.error('The task succeeded without a result that could be read.');
}
