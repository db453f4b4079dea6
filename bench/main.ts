/**
 * `npm run bench`: one page of figures. `--json` prints one object, `--only NAME` runs one benchmark (may be
 * given several times), `--minutes N` says how long a soak lasts, `--short` runs all but the heaviest with few rounds, to show that none is broken. Exits 1 only when one
 * is: speed is read, not asserted.
 */
import { parseArgs } from 'node:util';
import { clientOverhead } from './client-overhead.ts';
import { drafts } from './drafts.ts';
import type { Benchmark } from './figure.ts';
import { generationRate } from './generation-rate.ts';
import { growth } from './growth.ts';
import { history } from './history.ts';
import { load } from './load.ts';
import { messageReply } from './message-reply.ts';
import { miniApp } from './mini-app.ts';
import { type Measured, machine, page } from './page.ts';
import { processStart } from './process-start.ts';
import { registryLoad } from './registry-load.ts';
import { runningTasks } from './running-tasks.ts';
import { soak } from './soak.ts';
import { taps } from './taps.ts';
import { validation } from './validation.ts';
import { waitingTasks } from './waiting-tasks.ts';

/** What counts memory of this process comes first. */
const benchmarks: readonly Benchmark[] = [
  waitingTasks,
  clientOverhead,
  validation,
  registryLoad,
  messageReply,
  taps,
  load,
  processStart,
  generationRate,
  history,
  growth,
  runningTasks,
  drafts,
  soak,
  miniApp,
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
    only: { type: 'string', multiple: true, default: [] },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const names = benchmarks.map(({ name }) => name);
  const unknown = values.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${names.join(', ')}`);
    return 2;
  }
  const before = machine();
  const chosen = benchmarks.filter(({ name, heavy }) =>
    values.only.length === 0 ? !(values.short && heavy) : values.only.includes(name),
  );
  const measured: Measured[] = [];
  for (const { name, about, run } of chosen) {
    if (!values.json) console.error(`… ${name} at ${performance.now().toFixed(0)} ms`);
    measured.push({
      benchmark: { name, about },
      figures: await run({ short: values.short, minutes: Number(values.minutes) }),
    });
  }
  if (values.json) console.log(JSON.stringify({ machine: before, measured }, null, 2));
  else console.log(page(measured, before));
  return 0;
}
