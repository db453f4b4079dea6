import { AppError, checkpoint, type Database, isAppError } from '#platform';
import { mapAttachments } from './attachment-refs.ts';
import type { Collaborators } from './collaborators.ts';
import { failure } from './failure.ts';
import { sendReport, startJob } from './jobs.ts';
import type { Leases } from './lease.ts';
import { laterBy, lookAgainMs } from './look-again.ts';
import { settleFailed } from './settle.ts';
import { type GenerationRow, touch } from './store.ts';
import { traceStep } from './trace-step.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'kie' | 'attachmentSource' | 'registry'> & {
  leases: Leases;
};

/** kie.ai keeps uploads for 24 h (facts: uploads); an older URL is uploaded again. */
const uploadLifeMs = 20 * 60 * 60_000;

/**
 * Puts the attachments of a queued generation where kie.ai can read them, then lets it join the line. Whoever holds
 * the lease does it alone; whoever dies loses it, and the next one uploads what is not uploaded yet.
 */
export async function prepare(slice: Slice, id: string): Promise<void> {
  await slice.leases.hold(id, 'queued', (row) => traceStep(row, 'prepare', () => prepareRow(slice, row)));
}

async function prepareRow(slice: Slice, row: GenerationRow): Promise<void> {
  const { id } = row;
  try {
    const taskInput = row.task_input ?? (await uploadAll(slice, row));
    await joinLine(slice, id, taskInput);
  } catch (error) {
    if (isAppError(error, 'attachment-gone')) return giveUp(slice, id);
    await touch(slice.database.db, id, 'queued', { leased_until: null });
    throw error;
  }
}

async function uploadAll(slice: Slice, { model_id, input, person_id }: GenerationRow) {
  return mapAttachments(slice.registry.find(model_id), input, (id) => upload(slice, person_id, id));
}

async function joinLine({ database, queue, clock }: Slice, id: string, taskInput: unknown): Promise<void> {
  await database.transaction(async (trx) => {
    const ready = {
      task_input: JSON.stringify(taskInput),
      wake_at: laterBy(lookAgainMs.inLine, clock.now()),
      leased_until: null,
    };
    if (await touch(trx, id, 'queued', ready)) await queue.send(trx, startJob, {});
  });
  checkpoint('prepare:joined');
}

async function giveUp({ database, queue, clock }: Slice, id: string): Promise<void> {
  await database.transaction(async (trx) => {
    const row = await settleFailed(trx, id, 'queued', failure('attachment-gone'), clock.now());
    if (row) await sendReport(queue, trx, id);
  });
  checkpoint('prepare:failed');
}

async function upload(
  { database, clock, kie, attachmentSource }: Slice,
  personId: number,
  attachmentId: string,
): Promise<string> {
  const { db } = database;
  const attachment = await db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', attachmentId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!attachment) throw new AppError('attachment-gone', `Attachment ${attachmentId} is not known`);
  const now = clock.now();
  if (attachment.url && attachment.url_expires_at && attachment.url_expires_at > now) return attachment.url;
  const { stream } = await attachmentSource.open(attachment.ref);
  checkpoint('prepare:uploading');
  const { url } = await kie.uploadFile(stream, {
    fileName: `${attachment.id}-${attachment.file_name}`,
    mimeType: attachment.mime,
    uploadPath: 'kiegram',
  });
  checkpoint('prepare:uploaded');
  await remember(db, attachmentId, url, new Date(now.getTime() + uploadLifeMs));
  checkpoint('prepare:remembered');
  return url;
}

async function remember(db: Database['db'], id: string, url: string, expiresAt: Date): Promise<void> {
  await db.updateTable('attachments').set({ url, url_expires_at: expiresAt }).where('id', '=', id).execute();
}
