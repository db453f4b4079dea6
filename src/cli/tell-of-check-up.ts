import { type App, checkUp } from '#app';
import type { Env } from '#settings';
import { printFindings } from './print-findings.ts';

/**
 * What `kiegram doctor` finds, told by a bot that has just started: a screen on a terminal, one line in the log
 * otherwise. Beside the work: nothing waits for it, and nothing of it ends the start.
 */
export async function tellOfCheckUp(env: Env, app: App): Promise<void> {
  const findings = await Promise.race([checkUp(env, app.rooms.database), app.ended]);
  if (typeof findings === 'string') return;
  const bad = findings.some(({ result }) => result === 'bad');
  if (process.stdout.isTTY) printFindings(findings);
  else app.log[bad ? 'warn' : 'info']({ findings }, 'self-check');
}
