import type { Command } from 'commander';
import pc from 'picocolors';
import { listUncertain, type UncertainPurchase } from '#generation';
import type { Operator } from '#operator';
import { isAppError } from '#platform';
import { atTerminal, withDatabase, withOperator } from '../configured-database.ts';
import { UsageError } from '../errors.ts';

/** `kiegram uncertain`: purchases that kie.ai never confirmed, and the three ways to end them. */
export function addUncertain(program: Command): void {
  const uncertain = program
    .command('uncertain')
    .description('purchases that kie.ai never confirmed: list, attach, release, retry');
  uncertain
    .command('list', { isDefault: true })
    .description('all of them, with what is known')
    .option('--json', 'print JSON')
    .action(list);
  uncertain
    .command('attach <id> <taskId>')
    .description('the purchase is this task: kie.ai is asked for it with our key')
    .action((id: string, taskId: string) => resolve((operator) => attach(operator, id, taskId)));
  uncertain
    .command('release <id>')
    .description('nothing was bought: the person has the credits back')
    .requiredOption('--reason <words>', 'kept with the generation')
    .action((id: string, { reason }: { reason: string }) =>
      resolve(async (operator) => {
        await operator.release({ actor: atTerminal, reason, generationId: id });
        return 'Released: the person has the credits back.';
      }),
    );
  uncertain
    .command('retry <id>')
    .description('back into the line; may buy it twice at kie.ai')
    .action((id: string) =>
      resolve(async (operator) => {
        await operator.retry({ actor: atTerminal, reason: '', generationId: id });
        return pc.yellow(
          'In the line again. If kie.ai did sell it the first time, it is paid for twice there.',
        );
      }),
    );
}

async function list({ json }: { json?: true }): Promise<void> {
  const found = await withDatabase(({ db }) => listUncertain(db));
  if (json) console.log(JSON.stringify(found, null, 2));
  else console.log(found.length === 0 ? 'Nothing is uncertain.' : found.map(describe).join('\n\n'));
}

function describe(purchase: UncertainPurchase): string {
  const { id, personId, firstName, username, modelId, credits, kieCredits } = purchase;
  const name = username === null ? firstName : `${firstName} @${username}`;
  const callbacks =
    purchase.callbackTaskIds.length === 0 ? 'none came' : `named task ${purchase.callbackTaskIds.join(', ')}`;
  return [
    `${pc.bold(id)}  ${modelId}`,
    `  person    ${personId} ${name}`,
    `  price     ${credits} credits on hold, ${kieCredits} kie credits`,
    `  sent      ${purchase.submittedAt.toISOString()}`,
    `  released  ${purchase.releasedAt.toISOString()}, unless it is resolved before`,
    `  callback  ${callbacks}`,
  ].join('\n');
}

async function resolve(way: (operator: Operator) => Promise<string>): Promise<void> {
  console.log(await withOperator(way));
}

async function attach(operator: Operator, generationId: string, taskId: string): Promise<string> {
  try {
    const recorded = await operator.attach({ actor: atTerminal, reason: '', generationId, taskId });
    return recorded === 'running' ? 'Attached: kie.ai works on it.' : 'Attached: the task has ended.';
  } catch (error) {
    if (isAppError(error, 'task-not-readable')) throw new UsageError(error.message);
    throw error;
  }
}
