import { assertTransaction, type Database, type Trx } from '#platform';
import { personUnknown } from './errors.ts';
import type { PendingAct } from './pending-act.ts';
import type { Person } from './person.ts';

/** What a person set up or the bot remembers for them; all of it optional. */
export interface Settings {
  /** The model used last, by model type. */
  lastModelIds?: Record<string, string>;
  /** Model ids, in the order the person gave them. */
  favourites?: string[];
  /** What is ordered in the Mini App makes no noise in the chat: no progress, and results without a sound. */
  quietApp?: boolean;
  /** Whether the content rules were shown. */
  rulesShown?: boolean;
  /** What the next message answers. */
  asked?: Asked;
  /** What was looked for in the history last. */
  lookedFor?: string;
  /** Of an operator. */
  pendingAct?: PendingAct;
}

/**
 * A question that a screen put: the name of a model or of a result to look for, of a preset for a draft; or (to an
 * operator) the task of an uncertain purchase, what to look for or to set, how many credits, and why.
 */
export type Asked =
  | { what: 'model' }
  | { what: 'result' }
  | { what: 'preset'; draft: string }
  | { what: 'task'; generation: string }
  | { what: 'admin'; about: 'person' | 'model' | 'markup' | 'promo' | 'broadcast' }
  | { what: 'credits'; how: 'grant' | 'take'; person: number }
  | { what: 'payment-credits'; charge: string }
  | { what: 'reason'; key: string };

/**
 * Changes settings by a function of the present ones; two changes at once both count.
 *
 * @throws AppError `person-unknown`
 */
export async function changeSettings(
  trx: Trx,
  personId: number,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  assertTransaction(trx);
  const row = await trx
    .selectFrom('people')
    .where('id', '=', personId)
    .select('settings')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw personUnknown(personId);
  const settings = change(row.settings);
  await trx
    .updateTable('people')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', personId)
    .execute();
  return settings;
}

/** Remembers the model that was used last for its type, where the next wish of that type begins. */
export async function preferModel(
  database: Database,
  person: Pick<Person, 'id' | 'settings'>,
  { type, modelId }: { type: string; modelId: string },
): Promise<void> {
  if (person.settings.lastModelIds?.[type] === modelId) return;
  await database.transaction((trx) =>
    changeSettings(trx, person.id, (settings) => ({
      ...settings,
      lastModelIds: { ...settings.lastModelIds, [type]: modelId },
    })),
  );
}
