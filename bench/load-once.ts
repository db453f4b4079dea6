/** `node bench/load-once.ts yaml|registry`: loads once in this fresh process and prints its milliseconds of processor. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRegistry } from '#registry';
import { processorTime } from './rounds.ts';

const file = new URL('../models/kie_models.yaml', import.meta.url);

const load = {
  yaml: () => parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }),
  registry: () => loadRegistry(),
};

console.log(await processorTime(process.argv[2] === 'yaml' ? load.yaml : load.registry));
