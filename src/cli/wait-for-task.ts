import { type Task, TaskTimeoutError } from '#kie';
import type { Model } from '#registry';
import { InterruptedError } from './errors.ts';
import type { KieAccess } from './kie-access.ts';
import { showProgress } from './progress.ts';

/**
 * Waits for a task with progress on stderr. When it is
 * not waited to the end, it says how to come back. @throws what the client's waitTask throws, or InterruptedError
 */
export async function waitForTask(
  { kie, rhythm, simulated }: KieAccess,
  taskId: string,
  { timeoutMs, signal, model }: { timeoutMs: number; signal: AbortSignal; model?: Model },
): Promise<Task> {
  const progress = showProgress(model?.seen_seconds);
  try {
    return await kie.waitTask(taskId, { rhythm, timeoutMs, signal, onProgress: progress.show });
  } catch (error) {
    if (signal.aborted) throw new InterruptedError(comeBack(taskId, simulated), { cause: error });
    if (error instanceof TaskTimeoutError) console.error(comeBack(taskId, simulated));
    throw error;
  } finally {
    progress.end();
  }
}

/** What to tell when nobody waits for a task any more. */
export function comeBack(taskId: string, simulated: boolean): string {
  if (simulated) return 'The simulator ends with this command, and its task with it.';
  return `Task ${taskId} goes on at kie.ai. Fetch its result with: kiegram task ${taskId} --wait`;
}
