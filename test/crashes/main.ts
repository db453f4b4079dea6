/**
 * `npm run test:crashes`: ends the real product with SIGKILL at every named point, on both engines, starts it
 * again, and counts at the simulators what really happened.
 *
 * `--short` a handful of points · `--random N --seed S` N deaths at random times under load (20 and 1) ·
 * `--engine pglite|postgres` · `--only TEXT` the points whose name holds it.
 */
import { parseArgs } from 'node:util';
import { type EngineName, engines } from '../kit/index.ts';
import { withKeptLogs } from '../kit/kept-logs.ts';
import { unknownCheckpoints } from './checkpoints.ts';
import { runMatrix } from './matrix.ts';
import { runRandom } from './run-random.ts';
import { tableOf } from './table.ts';
import type { Line } from './verdict.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    random: { type: 'string' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string' },
    only: { type: 'string' },
  },
});

process.exitCode = await withKeptLogs(main);

async function main(): Promise<number> {
  const problems = unknownCheckpoints();
  const lines: Line[] = [];
  const chosen = engines.filter((engine) => values.engine === undefined || engine === values.engine);
  for (const engine of chosen) {
    const result = await runEngine(engine);
    lines.push(...result.lines);
    problems.push(...result.problems);
  }
  problems.push(
    ...lines.flatMap((line) => line.problems.map((problem) => `${line.engine} ${line.point}: ${problem}`)),
  );
  if (lines.length > 0) console.log(tableOf(lines));
  for (const problem of problems) console.log(`✗ ${problem}`);
  console.log(summary(chosen, lines, problems));
  return problems.length === 0 ? 0 : 1;
}

async function runEngine(engine: EngineName): Promise<{ lines: Line[]; problems: string[] }> {
  if (values.random !== undefined) {
    const deaths = Number(values.random === '' ? 20 : values.random);
    return {
      lines: [],
      problems: await runRandom(engine, { deaths, seed: Number(values.seed) }, console.log),
    };
  }
  const choice = { short: values.short, ...(values.only === undefined ? {} : { only: values.only }) };
  return runMatrix(engine, choice, ({ point, seconds, problems }) => {
    console.log(`${problems.length > 0 ? '✗' : '✓'} ${engine} ${point} ${seconds.toFixed(1)} s`);
  });
}

function summary(chosen: readonly EngineName[], lines: readonly Line[], problems: readonly string[]): string {
  const engineNames = chosen.join(' and ');
  const slowest = lines.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const count = new Set(lines.map(({ point, story }) => `${point} ${story}`)).size;
  const deaths = lines.length === 0 ? '' : `${count} points, slowest recovery ${slowest.toFixed(0)} s, `;
  return `${deaths}on ${engineNames}: ${problems.length === 0 ? 'nothing lost, nothing paid twice' : `${problems.length} violations`}`;
}
