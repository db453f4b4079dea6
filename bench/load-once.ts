/** `node bench/load-once.ts yaml|registry`: loads once in this fresh process and prints the milliseconds. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRegistry } from '#registry';

const file = new URL('../models/kie_models.yaml', import.meta.url);

const from = performance.now();
if (process.argv[2] === 'yaml') parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
else loadRegistry();
console.log(performance.now() - from);
