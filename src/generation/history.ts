import { sql } from 'kysely';
import type { Db } from '#platform';
import type { HistoryPage } from './generations.ts';
import type { GenerationState } from './states.ts';
import { findRow, toGeneration } from './store.ts';
import type { Generation } from './types.ts';

/** A person's generations, newest first; every page is one index range, however long the history. */
export async function history(
  db: Db,
  personId: number,
  page: HistoryPage & { states?: readonly GenerationState[] },
): Promise<Generation[]> {
  const before = page.before === undefined ? undefined : await findRow(db, page.before);
  let query = db
    .selectFrom('generations')
    .selectAll()
    .where('person_id', '=', personId)
    .where('hidden_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (before) {
    query = query.where((row) =>
      row(row.refTuple('created_at', 'id'), '<', row.tuple(before.created_at, before.id)),
    );
  }
  if (page.states !== undefined) query = query.where('state', 'in', page.states);
  if (page.models !== undefined) query = query.where('model_id', 'in', page.models);
  if (page.kind !== undefined) query = query.where(holds(page.kind));
  if (page.words !== undefined) query = query.where(speaksOf(page.words));
  return (await query.execute()).map(toGeneration);
}

function holds(kind: NonNullable<HistoryPage['kind']>) {
  if (kind === 'text') return sql<boolean>`result -> 'media' = '[]'::jsonb`;
  return sql<boolean>`result -> 'media' @> ${JSON.stringify([{ kind }])}::jsonb`;
}

const longestSearch = 100;

function speaksOf(words: string) {
  const text = words.slice(0, longestSearch);
  return sql<boolean>`input::text ilike ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
}

/** Out of the person's sight; what the books need stays. */
export async function hide(db: Db, id: string, personId: number, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('generations')
    .set({ hidden_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('state', 'in', ['delivered', 'failed', 'cancelled'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One look into the index over all sent messages, however many there are. */
export async function resultAt(
  db: Db,
  chatId: number,
  messageId: number,
): Promise<{ generation: Generation; index: number } | null> {
  const rows = await db
    .selectFrom('parts')
    .select(['generation_id', 'index', 'sent'])
    .where(sql<boolean>`sent @> ${JSON.stringify([{ messageId }])}::jsonb`)
    .limit(20)
    .execute();
  for (const { generation_id: id, index, sent } of rows) {
    const row = await findRow(db, id);
    if (row?.chat_id !== chatId) continue;
    const before = await itemsBefore(db, id, index);
    const place = sent.findIndex((item) => item.messageId === messageId);
    return { generation: toGeneration(row), index: before + place };
  }
  return null;
}

async function itemsBefore(db: Db, id: string, index: number): Promise<number> {
  const parts = await db
    .selectFrom('parts')
    .select('items')
    .where('generation_id', '=', id)
    .where('index', '<', index)
    .execute();
  return parts.reduce((sum, { items }) => sum + items.length, 0);
}

/** The file that lies at this address among a person's results, the newest first. */
export async function resultWith(
  db: Db,
  personId: number,
  url: string,
): Promise<{ id: string; index: number } | null> {
  const row = await db
    .selectFrom('generations')
    .select(['id', 'result'])
    .where('person_id', '=', personId)
    .where(sql<boolean>`result -> 'media' @> ${JSON.stringify([{ url }])}::jsonb`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, index: row.result?.media.findIndex((media) => media.url === url) ?? 0 };
}
