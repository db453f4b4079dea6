import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { erasePerson, exportPerson } from '#app';
import { atTerminal, withDatabase, withOperator } from '../configured-database.ts';
import { UsageError } from '../errors.ts';

interface CreditsWords {
  credits: string;
  reason: string;
  note?: string;
}

/** `kiegram person`: what is kept about somebody, its erasure, and what an operator may do to them. */
export function addPerson(program: Command): void {
  const person = program
    .command('person')
    .description('what is kept about a person, its erasure, credits, the block');
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
  for (const [verb, sentence] of [
    ['grant', 'gives credits'],
    ['take', 'takes credits that are not on hold'],
  ] as const) {
    person
      .command(`${verb} <id>`)
      .description(`${sentence}; the bot tells the person, the audit log keeps it`)
      .requiredOption('--credits <count>', 'whole number')
      .requiredOption('--reason <words>', 'for the audit log')
      .option('--note <words>', 'what the person is told beside the amount')
      .action(async (id: string, { credits, ...words }: CreditsWords) => {
        const order = { personId: idOf(id), amount: Number(credits), ...words, key: randomUUID() };
        const { details } = await withOperator((operator) => operator[verb]({ actor: atTerminal, ...order }));
        console.log(`Done. ${id} can spend ${details.available} credits.`);
      });
  }
  for (const [verb, sentence] of [
    ['block', 'may no longer use the bot; what they own stays theirs'],
    ['unblock', 'may use the bot again'],
  ] as const) {
    person
      .command(`${verb} <id>`)
      .description(sentence)
      .option('--reason <words>', 'for the audit log', '')
      .action(async (id: string, { reason }: { reason: string }) => {
        await withOperator((operator) => operator[verb]({ actor: atTerminal, personId: idOf(id), reason }));
        console.log('Done.');
      });
  }
}

function idOf(text: string): number {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw new UsageError(`${text} is not a Telegram user id.`);
}
