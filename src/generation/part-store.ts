import { sql } from 'kysely';
import { type Db, measure, type Trx } from '#platform';
import type { PlannedPart } from './part-plan.ts';
import type { Part, SentItem } from './types.ts';

export async function readParts(db: Db, id: string): Promise<Part[]> {
  const rows = await db
    .selectFrom('parts')
    .selectAll()
    .where('generation_id', '=', id)
    .orderBy('index')
    .execute();
  return rows.map(({ generation_id, index, state, items, text, sent }) => ({
    generationId: generation_id,
    index,
    state,
    items,
    ...(text === null ? {} : { text }),
    sent,
  }));
}

/**
 * Says "being sent" before anything leaves. A part found in that state had its sender die before Telegram's
 * answer was written: it is sent again, and each time counted, since that message may be a duplicate.
 */
export async function claimPart(db: Db, id: string, part: Part): Promise<void> {
  const again = part.state === 'sending' || part.state === 'uncertain';
  await db
    .updateTable('parts')
    .set({ state: 'sending', ...(again ? { sent_again: sql`sent_again + 1` } : {}) })
    .where('generation_id', '=', id)
    .where('index', '=', part.index)
    .where('state', 'in', ['pending', 'sending', 'uncertain'])
    .execute();
}

export async function markPart(
  db: Db,
  id: string,
  index: number,
  state: 'pending' | 'uncertain' | 'sent',
  sent: SentItem[],
): Promise<void> {
  await db
    .updateTable('parts')
    .set({ state, sent: JSON.stringify(sent) })
    .where('generation_id', '=', id)
    .where('index', '=', index)
    .where('state', '=', 'sending')
    .execute();
  measure({ of: 'part', label: state });
}

/** Nobody can be reached: what is not sent stays in the history, to be asked for later. */
export async function keepParts(db: Db, id: string): Promise<void> {
  await db
    .updateTable('parts')
    .set({ state: 'kept' })
    .where('generation_id', '=', id)
    .where('state', '!=', 'sent')
    .execute();
}

/** Writes down what is to be sent. */
export async function planParts(trx: Trx, id: string, parts: readonly PlannedPart[]): Promise<void> {
  const rows = parts.map(({ items, text }, index) => ({
    generation_id: id,
    index,
    state: 'pending' as const,
    items: JSON.stringify(items),
    text: text ?? null,
  }));
  await trx.insertInto('parts').values(rows).execute();
}
