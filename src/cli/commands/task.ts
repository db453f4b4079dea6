import type { Command } from 'commander';
import { isFinished, TaskFailedError } from '#kie';
import { exits } from '../exits.ts';
import { onInterrupt } from '../interruption.ts';
import { openKie } from '../kie-access.ts';
import { reportTask, taskReport } from '../report-task.ts';
import { secondsOf } from '../seconds.ts';
import { waitForTask } from '../wait-for-task.ts';

interface Options {
  out: string;
  wait?: true;
  timeout: string;
  json?: true;
}

/** `kiegram task ID`: takes up a task again, of `run --no-wait` or of a run that was broken off. */
export function addTask(program: Command): void {
  program
    .command('task')
    .description('fetch the result of a task, or see how far it is')
    .argument('<id>', 'id of the task')
    .option('--out <folder>', 'where results are saved', '.')
    .option('--wait', 'wait until it is finished')
    .option('--timeout <seconds>', 'how long to wait', '900')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExit codes as for run; 5 also when it is not finished and nobody waits.')
    .action(fetchTask);
}

async function fetchTask(id: string, options: Options): Promise<void> {
  const timeoutMs = secondsOf('--timeout', options.timeout);
  await using access = await openKie({});
  using interruption = onInterrupt();
  const { signal } = interruption;
  const task = options.wait
    ? await waitForTask(access, id, { timeoutMs, signal })
    : await access.kie.getTask(id, { signal });
  if (task.state === 'fail') throw new TaskFailedError(task);
  if (isFinished(task)) await reportTask(access, task, { ...options, json: !!options.json, signal });
  else {
    console.log(options.json ? JSON.stringify(taskReport(task, []), null, 2) : task.state);
    process.exitCode = exits.unfinished;
  }
}
