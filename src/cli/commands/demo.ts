import type { Command } from 'commander';
import pc from 'picocolors';
import { type DemoReport, runDemo } from '../demo-run.ts';

/** `kiegram demo`: the main job once, headless, in the sandbox. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('the main job once, headless, in the sandbox: from /start to the ledger')
    .option('--json', 'print one JSON object')
    .action(async ({ json }: { json?: true }) => {
      const report = await runDemo((line) => {
        if (!json) console.log(line);
      });
      if (json) console.log(JSON.stringify(withoutTranscript(report)));
      else console.log(summary(report));
      if (!report.ok) process.exitCode = 1;
    });
}

function withoutTranscript({ problems, ...report }: DemoReport): object {
  return problems.length === 0 ? report : { ...report, problems };
}

function summary(report: DemoReport): string {
  const { model, price, balanceBefore, balanceAfter, states, audit, ms, problems } = report;
  const seconds = Object.entries(ms).map(([step, time]) => `${step} ${(time / 1000).toFixed(2)} s`);
  return [
    '',
    `model      ${model}`,
    `price      ${price} credits; balance ${balanceBefore} → ${balanceAfter}`,
    `delivered  ${report.delivered.map((item) => `${item.kind}, ${item.bytes} bytes, ${item.width}×${item.height}`).join('; ')}`,
    `states     ${states.join(' → ')}`,
    `audit      ${audit.ok ? 'clean' : 'NOT CLEAN'}`,
    `time       ${seconds.join(', ')}`,
    ...problems.map((problem) => pc.red(problem)),
    report.ok ? pc.green('ok') : pc.red('FAILED'),
  ].join('\n');
}
