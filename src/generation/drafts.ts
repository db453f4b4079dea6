import type { Selectable, Updateable } from 'kysely';
import type { Clock, Db } from '#platform';
import type { Drafts } from './generations.ts';
import { newId } from './store.ts';
import type { DraftsTable } from './tables.ts';
import type { Draft } from './types.ts';

/** Unfinished forms: every change names the revision it was made on, so a stale button changes nothing. */
export function createDrafts(db: Db, clock: Clock): Drafts {
  return {
    async open({ personId, chatId, modelId, input }) {
      const now = clock.now();
      const row = await db
        .insertInto('drafts')
        .values({
          id: newId(),
          person_id: personId,
          chat_id: chatId,
          model_id: modelId,
          input: JSON.stringify(input),
          created_at: now,
          updated_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toDraft(row);
    },
    async get(id, personId) {
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row ? toDraft(row) : null;
    },
    async awaiting(personId, chatId) {
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('person_id', '=', personId)
        .where('chat_id', '=', chatId)
        .where('state', '=', 'open')
        .where('awaiting', 'is not', null)
        .orderBy('updated_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toDraft(row) : null;
    },
    async change(id, revision, change) {
      const row = await db
        .updateTable('drafts')
        .set({ ...columns(change), revision: revision + 1, updated_at: clock.now() })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('state', '=', 'open')
        .returningAll()
        .executeTakeFirst();
      return row ? toDraft(row) : null;
    },
  };
}

type Change = Parameters<Drafts['change']>[2];

function columns({ input, modelId, awaiting, messageId, state }: Change): Updateable<DraftsTable> {
  return {
    ...(input === undefined ? {} : { input: JSON.stringify(input) }),
    ...(modelId === undefined ? {} : { model_id: modelId }),
    ...(awaiting === undefined ? {} : { awaiting }),
    ...(messageId === undefined ? {} : { message_id: messageId }),
    ...(state === undefined ? {} : { state }),
  };
}

function toDraft(row: Selectable<DraftsTable>): Draft {
  return {
    id: row.id,
    personId: row.person_id,
    chatId: row.chat_id,
    modelId: row.model_id,
    input: row.input,
    revision: row.revision,
    awaiting: row.awaiting,
    messageId: row.message_id,
    state: row.state,
  };
}
