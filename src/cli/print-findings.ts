import pc from 'picocolors';
import type { Finding } from '#app';

const marks = { good: pc.green('✓'), bad: pc.red('✗'), idle: pc.dim('–') };

/** One line each: a mark, what was looked at, what was found. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { subject, result, detail } of findings)
    console.log(`${marks[result]} ${subject.padEnd(12)} ${detail}`);
}
