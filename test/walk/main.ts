/** `npm run test:walk`: every button of every screen of every model, then a fuzz of updates. Exits 1 on any fault. */
import { loadRegistry } from '#registry';
import { prepareTemplates } from '../kit/index.ts';
import { walkEverything } from './walk.ts';

await prepareTemplates(['pglite']);
const report = await walkEverything({ every: 1, ends: process.argv.includes('--ends'), people: 8, language: 'en' });
const active = loadRegistry().list({ status: 'active' });
const missed = active.filter(({ id }) => !report.models.includes(id)).map(({ id }) => id);
console.log(
  `${report.models.length} of ${active.length} active models, ${report.taps} taps, ${report.seconds.toFixed(1)} s`,
);
if (missed.length > 0) console.log(`never reached: ${missed.join(', ')}`);
const faults = new Map<string, number>();
for (const fault of report.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
for (const [fault, times] of [...faults].slice(0, 60)) console.log(`${times} × ${fault}`);
process.exitCode = report.faults.length > 0 ? 1 : 0;
