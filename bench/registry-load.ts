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
    const pairs = await alternate(
      short ? 2 : 9,
      () => loadOnce('registry'),
      () => loadOnce('yaml'),
    );
    return [
      figure('processor time of a cold load', '×', ratios(pairs), { goal: { atMost: 1.5 } }),
      figure(
        'cold load, processor time',
        'ms',
        pairs.map(({ ours }) => ours),
        { note: 'no cache: a second start costs the same' },
      ),
    ];
  },
};

async function loadOnce(what: 'registry' | 'yaml'): Promise<number> {
  const { stdout } = await run(process.execPath, [script, what]);
  return Number(stdout);
}
