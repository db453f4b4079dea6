import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { MessengerError } from './messenger-error.ts';
import { isFinal } from './states.ts';
import { statusOf } from './status.ts';
import { findRow, findSettledRow, type GenerationRow } from './store.ts';
import { traceStep } from './trace-step.ts';

type Slice = Pick<Collaborators, 'database' | 'clock' | 'log' | 'messenger' | 'config'>;

/** Reports of this process that are under way, by generation. */
const underWay = new Map<string, Promise<void>>();

/**
 * Shows the person where a generation stands. One report after the other: two at once would each send a status
 * message, and the one that is not remembered would stand for ever.
 */
export function report(slice: Slice, id: string): Promise<void> {
  const before = underWay.get(id) ?? Promise.resolve();
  const mine = before
    .catch(() => undefined)
    .then(() => reportNow(slice, id))
    .finally(() => {
      if (underWay.get(id) === mine) underWay.delete(id);
    });
  underWay.set(id, mine);
  return mine;
}

/**
 * Waits for whoever is moving the row: a report of that move was left out because this one stood in the queue.
 * Reads the row again afterwards: when it moved meanwhile, the newer state is shown, so that two reporters
 * never leave the older one standing.
 */
async function reportNow(slice: Slice, id: string): Promise<void> {
  let shown: GenerationRow['state'] | null = null;
  let row = await findSettledRow(slice.database.db, id);
  while (row && row.state !== shown) {
    shown = row.state;
    row = await show(slice, row);
  }
}

/** The row as it stands afterwards; undefined when nothing more can follow, or nothing can be shown. */
async function show(slice: Slice, row: GenerationRow): Promise<GenerationRow | undefined> {
  const { database, log, messenger } = slice;
  if (row.quiet && row.state !== 'failed' && row.status_message_id === null) return undefined;
  try {
    const status = await statusOf(slice, row);
    const messageId = await traceStep(row, 'report', () => messenger.showStatus(status));
    checkpoint('report:shown');
    if (messageId !== null && messageId !== row.status_message_id) {
      return await remember(database, row.id, messageId);
    }
    return isFinal(row.state) ? undefined : await findRow(database.db, row.id);
  } catch (error) {
    if (!(error instanceof MessengerError) || error.code === 'rate-limited') throw error;
    log.info({ generation: row.id, err: error }, 'The status could not be shown');
    return undefined;
  }
}

async function remember(
  database: Slice['database'],
  id: string,
  messageId: number,
): Promise<GenerationRow | undefined> {
  return database.db
    .updateTable('generations')
    .set({ status_message_id: messageId })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
