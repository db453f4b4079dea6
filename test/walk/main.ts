/**
 * `npm run test:walk`: every button of every screen, of models, people, groups and operators, then a fuzz of updates.
 * `--short` takes a sample of the models, `--ends` only the ends of long lists of choices, `--only walk|fuzz` one of the
 * two, `--updates N`, `--seed N`. Exits 1 on any fault, for a model for sale that was not reached, and for a kind of
 * button that nobody tapped.
 */
import { parseArgs } from 'node:util';
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
    house: true,
    ends: values.ends || values.short,
    people: 8,
    language: 'en',
  });
  const of = report.models.length + report.missed.length;
  console.log(
    `walk: ${report.models.length} of ${of} models for sale, ${report.taps} taps, ${report.seconds.toFixed(1)} s, ${report.faults.length} faults`,
  );
  tell(report.faults);
  if (every > 1) return;
  tell(report.missed.map((id) => `never reached: ${id}`));
  tell(report.untapped.map((name) => `a button that nobody tapped: ${name}`));
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
