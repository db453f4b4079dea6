import { AppError, checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sendReport } from './jobs.ts';
import { settleCancelled } from './settle.ts';
import { findRow, toGeneration } from './store.ts';
import type { Generation } from './types.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock'>;

/** Takes a generation out of the line; once it was sent to kie.ai it cannot be taken back. */
export async function cancel(slice: Slice, id: string, personId: number): Promise<Generation> {
  const { database, queue, clock } = slice;
  const row = await findRow(database.db, id);
  if (row?.person_id !== personId) throw new AppError('generation-not-found', `No generation ${id}`);
  checkpoint('cancel:before-commit');
  const cancelled = await database.transaction(async (trx) => {
    const moved = await settleCancelled(trx, id, clock.now());
    if (moved) await sendReport(queue, trx, id);
    return moved;
  });
  checkpoint('cancel:committed');
  if (cancelled) return toGeneration(cancelled);
  throw new AppError('too-late-to-cancel', `Generation ${id} is ${row.state}`);
}
