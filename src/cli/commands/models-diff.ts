import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readCatalogue } from '#operator';
import { type CatalogueDiff, diffCatalogue, parseRegistry, type Registry, syncRegistry } from '#registry';
import { diffReport, syncReport } from '../diff-report.ts';
import { InterruptedError, UsageError } from '../errors.ts';
import { onInterrupt } from '../interruption.ts';
import { openKie } from '../kie-access.ts';

interface Options {
  only?: string[];
  registry: string;
  all?: true;
  json?: true;
  dryRun?: true;
}

const OWN_FILE = join(import.meta.dirname, '../../../models/kie_models.yaml');

/** `kiegram models diff` and `sync`: the registry against kie.ai's catalogue, about one request per second. */
export function addModelsDiff(models: Command): void {
  const add = (name: string, description: string) =>
    models
      .command(name)
      .description(description)
      .option('--only <ids...>', 'these models only')
      .option('--registry <file>', 'another registry file', OWN_FILE)
      .option('--json', 'print JSON');
  add('diff', 'what kie.ai’s catalogue says otherwise; exit code 1 when there is news')
    .option('--all', 'also differences that are known')
    .action(diff);
  add('sync', 'write what is certain into the registry, list the rest')
    .option('--dry-run', 'do not write')
    .action(sync);
}

async function diff(options: Options): Promise<void> {
  const { registry } = readRegistry(options.registry);
  const found = await compare(registry, options.only);
  console.log(
    options.json ? JSON.stringify(found, null, 2) : diffReport(found, { all: options.all === true }),
  );
  const { added, vanished, returned, differences } = found;
  const news = differences.some(({ known }) => known === undefined);
  if (news || added.length + vanished.length + returned.length > 0) process.exitCode = 1;
}

async function sync(options: Options): Promise<void> {
  const { text, registry } = readRegistry(options.registry);
  const found = await compare(registry, options.only);
  const today = new Date().toISOString().slice(0, 10);
  const { text: written, ...done } = syncRegistry(text, registry, found, today);
  if (!options.dryRun && written !== text) writeFileSync(options.registry, written);
  console.log(options.json ? JSON.stringify(done, null, 2) : syncReport({ text: written, ...done }, found));
}

function readRegistry(file: string): { text: string; registry: Registry } {
  const text = readFileSync(file, 'utf8');
  return { text, registry: parseRegistry(text, file) };
}

async function compare(registry: Registry, only: string[] | undefined): Promise<CatalogueDiff> {
  await using access = await openKie({});
  using interruption = onInterrupt();
  const { signal } = interruption;
  try {
    const catalogue = await readCatalogue(access.kie, registry, { only, onModel: tell, signal });
    const unknown = (only ?? []).filter(
      (id) => registry.get(id) === undefined && !catalogue.some((model) => model.id === id),
    );
    if (unknown.length > 0) throw new UsageError(`Neither side knows ${unknown.join(', ')}.`);
    return diffCatalogue(registry, catalogue, only);
  } catch (error) {
    throw signal.aborted ? new InterruptedError('Stopped. Nothing was changed.', { cause: error }) : error;
  }
}

/** One line that is redrawn; without a terminal, one line per twenty models. */
function tell(id: string, done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${done + 1}/${total} ${id}${done + 1 === total ? '\n' : ''}`);
  else if (done % 20 === 0) console.error(`${done + 1}/${total} ${id}`);
}
