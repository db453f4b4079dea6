import type { Command } from 'commander';
import { erasePerson, exportPerson } from '#app';
import { withDatabase } from '../configured-database.ts';
import { UsageError } from '../exit.ts';

/** `kiegram person`: what is kept about somebody, and its erasure. */
export function addPerson(program: Command): void {
  const person = program.command('person').description('what is kept about a person, and its erasure');
  person
    .command('export <id>')
    .description('everything, as JSON by table')
    .action(async (id: string) => {
      const all = await withDatabase(({ db }) => exportPerson(db, idOf(id)));
      console.log(JSON.stringify(all, null, 2));
    });
  person
    .command('erase <id>')
    .description(
      'name, settings, inputs, files, drafts and results; sums and payments stay under the bare id',
    )
    .requiredOption('--yes', 'it cannot be undone')
    .action(async (id: string) => {
      await withDatabase((database) => erasePerson(database, idOf(id)));
      console.log(`Erased. The ledger and the payments of ${id} are kept, without name or content.`);
    });
}

function idOf(text: string): number {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw new UsageError(`${text} is not a Telegram user id.`);
}
