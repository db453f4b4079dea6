/** `node bench/load-once.ts yaml|cold|again`: loads once in this fresh process and prints its milliseconds of processor. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRegistry, parseRegistry } from '#registry';
import { processorTime } from './rounds.ts';

const file = new URL('../models/kie_models.yaml', import.meta.url);

const loads: Record<string, () => unknown> = {
  yaml: () => parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }),
  cold: () => parseRegistry(readFileSync(file, 'utf8')),
  again: () => loadRegistry(),
};

const load = loads[process.argv[2] ?? ''];
if (!load) throw new Error(`One of ${Object.keys(loads).join(', ')}`);
console.log(await processorTime(load));
