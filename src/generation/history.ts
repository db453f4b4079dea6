import { sql } from 'kysely';
import type { Db } from '#platform';
import type { Generations } from './generations.ts';
import { findRow, toGeneration } from './store.ts';
import type { Generation, MediaKind } from './types.ts';

type Page = Parameters<Generations['history']>[1];

/** A person's generations, newest first; every page is one index range, however long the history. */
export async function history(db: Db, personId: number, page: Page): Promise<Generation[]> {
  const before = page.before === undefined ? undefined : await findRow(db, page.before);
  let query = db
    .selectFrom('generations')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (before) {
    query = query.where((row) =>
      row(row.refTuple('created_at', 'id'), '<', row.tuple(before.created_at, before.id)),
    );
  }
  if (page.kind !== undefined) query = query.where(holds(page.kind));
  return (await query.execute()).map(toGeneration);
}

function holds(kind: MediaKind) {
  return sql<boolean>`result -> 'media' @> ${JSON.stringify([{ kind }])}::jsonb`;
}
