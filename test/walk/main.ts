/**
 * `npm run test:walk`: every button of every screen of every model, then a fuzz of updates. `--short` takes a sample,
 * `--ends` only the ends of long lists of choices, `--only walk|fuzz` one of the two, `--updates N`, `--seed N`.
 * Exits 1 on any fault.
 */
import { parseArgs } from 'node:util';
import { loadRegistry } from '#registry';
import { prepareTemplates } from '../kit/index.ts';
import { fuzz } from './fuzz.ts';
import { walkEverything } from './walk.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    ends: { type: 'boolean', default: false },
    only: { type: 'string' },
    updates: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

await prepareTemplates(['pglite']);
if (values.only !== 'fuzz') await walk();
if (values.only !== 'walk') await throwUpdates();

async function walk(): Promise<void> {
  const every = values.short ? 12 : 1;
  const report = await walkEverything({
    every,
    ends: values.ends || values.short,
    people: 8,
    language: 'en',
  });
  const active = loadRegistry().list({ status: 'active' });
  const missed = active.filter(({ id }) => !report.models.includes(id)).map(({ id }) => id);
  console.log(
    `walk: ${report.models.length} of ${active.length} active models, ${report.taps} taps, ${report.seconds.toFixed(1)} s, ${report.faults.length} faults`,
  );
  if (missed.length > 0 && every === 1) console.log(`never reached: ${missed.join(', ')}`);
  tell(report.faults);
}

async function throwUpdates(): Promise<void> {
  const updates = Number(values.updates ?? (values.short ? 600 : 20_000));
  const report = await fuzz({ updates, seed: Number(values.seed) });
  console.log(
    `fuzz: ${report.updates} updates, seed ${values.seed}, ${report.seconds.toFixed(1)} s, ${report.faults.length} faults, ${report.brokenCalls} broken connections`,
  );
  tell(report.faults);
}

function tell(all: readonly string[]): void {
  const faults = new Map<string, number>();
  for (const fault of all) faults.set(fault, (faults.get(fault) ?? 0) + 1);
  for (const [fault, times] of [...faults].slice(0, 60)) console.log(`  ${times} × ${fault}`);
  if (all.length > 0) process.exitCode = 1;
}
