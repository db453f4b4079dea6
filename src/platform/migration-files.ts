import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  number: number;
  /** The file's name, e.g. `0002-ledger.sql`. */
  name: string;
  sql: string;
  /** SHA-256 of the text with LF line ends, hex. */
  checksum: string;
}

const FILE_NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;
/** The golden dump lies in the same folder. */
const NOT_A_MIGRATION = 'schema.sql';

/**
 * Reads the migrations of a folder in ascending order. Numbers may have gaps, not doubles.
 *
 * @throws Error for an `.sql` file without a number, or two files with the same one
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== NOT_A_MIGRATION);
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)));
  migrations.sort((a, b) => a.number - b.number);
  migrations.forEach((migration, index) => {
    const previous = migrations[index - 1];
    if (previous?.number === migration.number) {
      throw new Error(`Two migrations have the same number: ${previous.name} and ${migration.name}`);
    }
  });
  return migrations;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = FILE_NAME.exec(name)?.[1];
  if (number === undefined) throw new Error(`A migration is named like 0002-some-words.sql, not ${name}`);
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
