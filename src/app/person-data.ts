import { type RawBuilder, sql } from 'kysely';
import { getPerson } from '#people';
import { AppError, type Database, type Db, type Trx } from '#platform';

/** Every table that knows about people, and which of its rows are about one of them. */
const rowsAbout: Record<string, (personId: number) => RawBuilder<boolean>> = {
  people: (id) => sql`id = ${id}`,
  referrals: (id) => sql`${id} in (person_id, invited_by)`,
  free_uses: ofPerson,
  ledger_accounts: ofPerson,
  ledger_transfers: ofPerson,
  generations: ofPerson,
  moves: ofGeneration,
  parts: ofGeneration,
  turns: ofPerson,
  attachments: ofPerson,
  uploads: ofPerson,
  thumbnails: ofGeneration,
  launches: ofPerson,
  desk_links: ofPerson,
  desk_sessions: ofPerson,
  drafts: ofPerson,
  file_sets: ofPerson,
  used_models: ofPerson,
  presets: ofPerson,
  invoices: ofPerson,
  payments: (id) => sql`payer_id = ${id}`,
  subscriptions: ofPerson,
  promo_uses: ofPerson,
  broadcast_recipients: ofPerson,
  operator_actions: (id) => sql`subject = ${`person:${id}`} or admin_id = ${id}`,
};

function ofPerson(id: number): RawBuilder<boolean> {
  return sql`person_id = ${id}`;
}

function ofGeneration(id: number): RawBuilder<boolean> {
  return sql`generation_id in (select g.id from generations g where g.person_id = ${id})`;
}

/** The names of the tables whose rows {@link exportPerson} gives. */
export const personTables: readonly string[] = Object.keys(rowsAbout);

/**
 * All that is kept about a person, by table, at one moment. The secrets of callback addresses are left out: they are
 * ours.
 *
 * @throws AppError `person-unknown`
 */
export async function exportPerson(db: Db, personId: number): Promise<Record<string, unknown[]>> {
  await assertKnown(db, personId);
  const moment = db.transaction().setIsolationLevel('repeatable read');
  return moment.execute(async (trx) => {
    const all: Record<string, unknown[]> = {};
    for (const [table, about] of Object.entries(rowsAbout)) {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(t) - 'callback_secret' as row from ${sql.table(table)} t where ${about(personId)}`.execute(
        trx,
      );
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}

/**
 * Takes away who somebody is and what they asked for: name, settings, inputs, files, drafts, results. The sums of the
 * ledger, payments and the times of generations stay under the bare Telegram id, because the books need them.
 *
 * @throws AppError `person-unknown`; `generations-under-way` while something is not delivered yet
 */
export async function erasePerson({ transaction, db }: Database, personId: number): Promise<void> {
  await assertKnown(db, personId);
  await transaction(async (trx) => {
    await trx.selectFrom('people').select('id').where('id', '=', personId).forUpdate().execute();
    await assertNothingOpen(trx, personId);
    for (const statement of erasures(personId)) await statement.execute(trx);
  });
}

function erasures(id: number): RawBuilder<unknown>[] {
  return [
    sql`update people set first_name = '', username = null, settings = '{}' where id = ${id}`,
    sql`update parts set items = '[]', sent = '[]', text = null where ${ofGeneration(id)}`,
    sql`update generations set input = '{}', task_input = null, result = null, status_message_id = null, wake_at = null,
        failure = failure || '{"providerMessage": null}' where ${ofPerson(id)}`,
    sql`update payments set refund_reason = null where payer_id = ${id}`,
    sql`update invoices set waiting_draft_id = null where ${ofPerson(id)}`,
    sql`delete from drafts where ${ofPerson(id)}`,
    sql`delete from file_sets where ${ofPerson(id)}`,
    sql`delete from attachments where ${ofPerson(id)}`,
    sql`delete from used_models where ${ofPerson(id)}`,
    sql`delete from presets where ${ofPerson(id)}`,
    sql`delete from thumbnails where ${ofGeneration(id)}`,
    sql`delete from uploads where ${ofPerson(id)}`,
    sql`delete from launches where ${ofPerson(id)}`,
    sql`delete from desk_links where ${ofPerson(id)}`,
    sql`delete from desk_sessions where ${ofPerson(id)}`,
    sql`delete from turns where ${ofPerson(id)}`,
  ];
}

async function assertKnown(db: Db, personId: number): Promise<void> {
  if ((await getPerson(db, personId)) === null)
    throw new AppError('person-unknown', `There is no person ${personId}`);
}

async function assertNothingOpen(trx: Trx, personId: number): Promise<void> {
  const open = await trx
    .selectFrom('generations')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', 'not in', ['delivered', 'failed', 'cancelled'])
    .execute();
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id).join(', ');
  throw new AppError(
    'generations-under-way',
    `Still under way for ${personId}: ${ids}. Erase when they have ended.`,
  );
}
