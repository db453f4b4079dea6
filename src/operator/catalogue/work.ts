import type { Clock, Database, Queue } from '#platform';
import { diffCatalogue, type PublishedModel, type Registry } from '#registry';
import { catalogueJob, wakeCheck } from './check.ts';
import { type CatalogueSource, isCompared, listCatalogue, readModel } from './read.ts';

export interface CatalogueReader {
  database: Database;
  queue: Queue;
  clock: Clock;
  kie: CatalogueSource;
  registry: Registry;
}

/** Goes on with the check under way, in any process that works; what a dead one has read is not asked for again. */
export async function workOnCatalogue(reader: CatalogueReader, signal: AbortSignal): Promise<void> {
  const { database, queue } = reader;
  const onDead = ({ id }: { id: number }) => giveUp(reader, id);
  const work = async ({ id }: { id: number }, run: { signal: AbortSignal }) => {
    try {
      await check(reader, id, AbortSignal.any([signal, run.signal]));
    } catch (error) {
      if (!signal.aborted) await note(reader, id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  await queue.work(catalogueJob, work, { onDead });
  const open = await database.db
    .selectFrom('catalogue_checks')
    .where('state', '=', 'running')
    .select('id')
    .execute();
  for (const { id } of open) await wakeCheck(queue, database.db, id);
}

async function check(reader: CatalogueReader, id: number, signal: AbortSignal): Promise<void> {
  if (!(await list(reader, id, signal))) return;
  for (let model = await nextWanted(reader, id); model; model = await nextWanted(reader, id)) {
    const published = await readModel(reader.kie, model, { signal });
    await keep(reader, id, published);
  }
  await report(reader, id);
}

/** Once per check; false when it has ended. */
async function list(
  { database, kie, registry }: CatalogueReader,
  id: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { db, transaction } = database;
  const isOpen = db.selectFrom('catalogue_checks').where('id', '=', id).where('state', '=', 'running');
  const row = await isOpen.select('listed').executeTakeFirst();
  if (!row || row.listed) return row !== undefined;
  const models = await listCatalogue(kie, { signal });
  const readings = models.map((model) => ({
    check_id: id,
    model_id: model.id,
    state: isCompared(registry, model.id) ? ('wanted' as const) : ('listed' as const),
    published: JSON.stringify(model),
  }));
  await transaction(async (trx) => {
    await trx.updateTable('catalogue_checks').set({ listed: true }).where('id', '=', id).execute();
    if (readings.length > 0) await trx.insertInto('catalogue_readings').values(readings).execute();
  });
  return true;
}

async function nextWanted({ database }: CatalogueReader, id: number): Promise<PublishedModel | null> {
  const row = await database.db
    .selectFrom('catalogue_readings')
    .where('check_id', '=', id)
    .where('state', '=', 'wanted')
    .orderBy('model_id')
    .limit(1)
    .select('published')
    .executeTakeFirst();
  return row?.published ?? null;
}

async function keep({ database }: CatalogueReader, id: number, model: PublishedModel): Promise<void> {
  await database.db
    .updateTable('catalogue_readings')
    .set({ state: 'read', published: JSON.stringify(model) })
    .where('check_id', '=', id)
    .where('model_id', '=', model.id)
    .where('state', '=', 'wanted')
    .execute();
}

/** The end: what was read becomes the report. */
async function report({ database, clock, registry }: CatalogueReader, id: number): Promise<void> {
  await database.transaction(async (trx) => {
    const readings = await trx
      .deleteFrom('catalogue_readings')
      .where('check_id', '=', id)
      .returning('published')
      .execute();
    const found = diffCatalogue(
      registry,
      readings.map(({ published }) => published),
    );
    await trx
      .updateTable('catalogue_checks')
      .set({ state: 'done', ended_at: clock.now(), words: null, report: JSON.stringify(found) })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
  });
}

async function note({ database }: CatalogueReader, id: number, words: string): Promise<void> {
  await database.db
    .updateTable('catalogue_checks')
    .set({ words: words.slice(0, 500) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** After the last attempt; its words stay. */
async function giveUp({ database, clock }: CatalogueReader, id: number): Promise<void> {
  await database.transaction(async (trx) => {
    await trx.deleteFrom('catalogue_readings').where('check_id', '=', id).execute();
    await trx
      .updateTable('catalogue_checks')
      .set({ state: 'failed', ended_at: clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
  });
}
