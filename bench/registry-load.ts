import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Benchmark, figure } from './figure.ts';
import { alternate, ratios } from './rounds.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'load-once.ts');

/** Fresh processes, because the second load of one process meets code that is already compiled. */
export const registryLoad: Benchmark = {
  name: 'registry',
  about: 'loading and checking the whole registry against parsing its YAML alone, a fresh process each',
  async run({ short }) {
    const rounds = short ? 1 : 9;
    const cold = await alternate(
      rounds,
      () => loadOnce('cold'),
      () => loadOnce('yaml'),
    );
    await loadOnce('again');
    const again = await alternate(
      rounds,
      () => loadOnce('again'),
      () => loadOnce('cold'),
    );
    const coldTimes = cold.map(({ ours }) => ours);
    return [
      figure('processor time of a cold load', '×', ratios(cold), { goal: { atMost: 1.5 } }),
      figure('cold load, processor time', 'ms', coldTimes),
      figure('second load against the cold one', '×', ratios(again), { goal: { atMost: 0.2 } }),
    ];
  },
};

async function loadOnce(what: 'cold' | 'again' | 'yaml'): Promise<number> {
  const { stdout } = await run(process.execPath, [script, what]);
  return Number(stdout);
}
