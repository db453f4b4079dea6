import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { dumpToFile, importDatabase } from '#app';
import { withDatabase } from '../configured-database.ts';
import { UsageError } from '../errors.ts';

/** `kiegram db`: all our rows out and in, e.g. from the embedded database to PostgreSQL. */
export function addDb(program: Command): void {
  const db = program.command('db').description('all rows out of the database and into an empty one');
  db.command('export <file>')
    .description('write every row as lines of JSON; holds secrets of callbacks')
    .action(toFile);
  db.command('import <file>')
    .description('read an export into an empty database; never let two bots run on both')
    .action(fromFile);
}

async function toFile(file: string): Promise<void> {
  const header = await withDatabase(({ db }) => dumpToFile(db, file));
  console.log(`${totalOf(header.tables)} rows of ${header.tables.length} tables are in ${file}.`);
}

async function fromFile(file: string): Promise<void> {
  const { header, audit } = await withDatabase(({ db }) => importDatabase(db, linesOf(file)));
  console.log(`${totalOf(header.tables)} rows of ${header.tables.length} tables are imported.`);
  if (audit.ok) console.log('The audit is clean.');
  else {
    console.error(`The audit has ${audit.findings.length} findings, as in the source: see kiegram audit.`);
    process.exitCode = 1;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  await using input = await open(file).catch((cause: Error) => {
    throw new UsageError(`${file} cannot be read: ${cause.message}`);
  });
  yield* input.readLines();
}

function totalOf(tables: readonly { rows: number }[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
