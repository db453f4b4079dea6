import { randomBytes } from 'node:crypto';
import { hold, holdFree } from '#ledger';
import { AppError, checkpoint, measure, step, type Trx, traceparent } from '#platform';
import { PricingError, type Quote, quote } from '#pricing';
import { type Model, RegistryError } from '#registry';
import { attachmentIds } from './attachment-refs.ts';
import type { Collaborators } from './collaborators.ts';
import { InvalidInputError } from './errors.ts';
import { takeFree } from './free-today.ts';
import { holdKey } from './hold-key.ts';
import { prepareJob, sendReport, startJob } from './jobs.ts';
import { laterBy, lookAgainMs } from './look-again.ts';
import { measure as measureFiles } from './measure.ts';
import { assertProviderOpen } from './provider-account.ts';
import { findRowByKey, newId, toGeneration } from './store.ts';
import type { Generation, Intent } from './types.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'registry' | 'config'>;

/** Find the model, validate, quote; then hold, row and jobs in one transaction. See {@link Generations.submit}. */
export async function submit(slice: Slice, intent: Intent): Promise<Generation> {
  const { database, registry, config } = slice;
  const known = await findRowByKey(database.db, intent.key);
  if (known) return toGeneration(known);
  assertRoomToWrite(config);
  await assertProviderOpen(database.db);
  const model = findOffered(slice, intent.modelId);
  const checked = registry.validate(model.id, intent.input, { pendingFiles: true });
  if (!checked.ok) throw new InvalidInputError(model.id, checked.problems);
  const complete = { ...intent, input: checked.input };
  const price = await quoteToday(slice, model, complete.input);
  if (price.credits !== intent.quotedCredits) {
    throw new AppError('price-changed', `${model.id} costs ${price.credits}, not ${intent.quotedCredits}`, {
      values: { credits: price.credits },
    });
  }
  return commit(slice, model, complete, price);
}

/** @throws AppError `provider-closed`: for people it is the same pause */
function assertRoomToWrite({ hasRoom }: Slice['config']): void {
  if (!hasRoom()) throw new AppError('provider-closed', 'Selling is stopped: the disk is nearly full');
}

/** The entry of this id or of the id it became. @throws AppError `unknown-model`, `model-unavailable` */
export function findOffered(
  { registry, config }: Pick<Slice, 'registry' | 'config'>,
  modelId: string,
): Model {
  const model = findModel(registry, modelId);
  const isOff = config.terms().switchedOff.has(model.id);
  if (model.status === 'active' && !isOff) return model;
  throw new AppError('model-unavailable', `${model.id} is ${isOff ? 'switched off' : model.status}`, {
    values: { model: model.title },
  });
}

function findModel(registry: Slice['registry'], modelId: string): Model {
  try {
    return registry.find(modelId);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw new AppError('unknown-model', error.message, { values: { model: modelId }, cause: error });
  }
}

/** The price of an input today, files measured. @throws AppError `not-for-sale`, `needs-measure` */
export async function quoteToday(
  { database, config }: Pick<Slice, 'database' | 'config'>,
  model: Model,
  input: Record<string, unknown>,
): Promise<Quote> {
  const measured = await measureFiles(database.db, model, input);
  try {
    return quote(model, input, { markup: config.terms().markup, measured });
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    const { reason = '', field = '' } = error.evidence;
    throw new AppError(error.code, error.message, {
      values: { model: model.title, reason, field },
      cause: error,
    });
  }
}

async function commit(slice: Slice, model: Model, intent: Intent, price: Quote): Promise<Generation> {
  const id = newId();
  const facts = { 'kiegram.generation': id, 'kiegram.model': model.id };
  checkpoint('submit:before-commit');
  const generation = await step('generation submit', facts, () => write(slice, model, intent, price, id));
  checkpoint('submit:committed');
  if (generation) return generation;
  const winner = await findRowByKey(slice.database.db, intent.key);
  if (!winner) throw new Error(`Generation ${intent.key} vanished`);
  return toGeneration(winner);
}

/** Null when the same intent was taken meanwhile. */
async function write(
  slice: Slice,
  model: Model,
  intent: Intent,
  price: Quote,
  id: string,
): Promise<Generation | null> {
  const { database, queue } = slice;
  const needsFiles = attachmentIds(model, intent.input).length > 0;
  return database.transaction(async (trx) => {
    const row = await insert(slice, trx, model, intent, price, { id, needsFiles });
    if (!row) return null;
    await holdPrice(slice, trx, model, row);
    await assertRoom(slice, trx, intent.personId);
    if (needsFiles) await queue.send(trx, prepareJob, { id });
    else await queue.send(trx, startJob, {});
    await sendReport(queue, trx, id);
    checkpoint('submit:written');
    return row;
  });
}

/** From the person, or from the house for one of today's free ones. */
async function holdPrice({ config }: Slice, trx: Trx, model: Model, row: Generation): Promise<void> {
  const { id, personId, createdAt: at } = row;
  const { credits } = row.quote;
  if (row.free) await takeFree(trx, config, { id, personId, model, credits, at });
  const request = { key: holdKey(id), personId, amount: credits, memo: model.title, at };
  await (row.free ? holdFree(trx, request) : hold(trx, request));
}

async function insert(
  { clock }: Slice,
  trx: Trx,
  model: Model,
  intent: Intent,
  price: Quote,
  { id, needsFiles }: { id: string; needsFiles: boolean },
): Promise<Generation | null> {
  const now = clock.now();
  const input = JSON.stringify(intent.input);
  const row = await trx
    .insertInto('generations')
    .values({
      id,
      key: intent.key,
      person_id: intent.personId,
      chat_id: intent.chatId,
      model_id: model.id,
      input,
      task_input: needsFiles ? null : input,
      quote: JSON.stringify(price),
      credits: price.credits,
      free: intent.free ?? false,
      quiet: intent.quiet ?? false,
      state: 'queued',
      callback_secret: randomBytes(18).toString('base64url'),
      status_message_id: intent.statusMessageId ?? null,
      reply_to: intent.replyTo ?? null,
      thread_id: intent.threadId ?? null,
      traceparent: traceparent(),
      wake_at: laterBy(needsFiles ? lookAgainMs.otherwise : lookAgainMs.inLine, now),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  await trx.insertInto('moves').values({ generation_id: row.id, state: 'queued', at: now }).execute();
  measure({ of: 'generation', label: 'queued', id: row.id });
  return toGeneration(row);
}

/** After the hold, whose lock on the account lets a person's submits count one after the other. */
async function assertRoom({ config }: Slice, trx: Trx, personId: number): Promise<void> {
  const { open } = await trx
    .selectFrom('generations')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('person_id', '=', personId)
    .where('state', 'in', ['queued', 'submitting', 'uncertain', 'running', 'succeeded'])
    .executeTakeFirstOrThrow();
  if (open > config.maxOpenPerPerson) {
    throw new AppError('too-many-open', `${open} generations at once`, {
      values: { limit: config.maxOpenPerPerson },
    });
  }
}
