import { DownloadError } from '#kie';
import { checkpoint, step } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failure } from './failure.ts';
import { sendReport } from './jobs.ts';
import type { Leases } from './lease.ts';
import { loadMedia } from './load-media.ts';
import { MessengerError } from './messenger-error.ts';
import { claimPart, keepParts, markPart, readParts } from './part-store.ts';
import { settleDelivered, settleFailed } from './settle.ts';
import { toGeneration, touch } from './store.ts';
import { traceStep } from './trace-step.ts';
import type { Generation, LinkedMedia, LoadedMedia, Part, PartToSend, SentItem } from './types.ts';

type Slice = Pick<
  Collaborators,
  'database' | 'queue' | 'clock' | 'log' | 'kie' | 'messenger' | 'onDelivered'
> & { leases: Leases };

/** Network trouble between us and the result: tried again in this long. */
const retryMs = 15_000;

/**
 * Sends what is not sent yet of a succeeded generation, part after part, then settles it. Whoever holds the
 * lease delivers alone; whoever dies leaves the parts as they are, and the next one goes on from there.
 */
export async function deliver(slice: Slice, id: string): Promise<void> {
  await slice.leases.hold(id, 'succeeded', (row) =>
    traceStep(row, 'deliver', () => deliverAll(slice, toGeneration(row))),
  );
}

async function deliverAll(slice: Slice, generation: Generation): Promise<void> {
  const { id } = generation;
  checkpoint('deliver:leased');
  try {
    const parts = await readParts(slice.database.db, id);
    for (const part of parts) await deliverPart(slice, generation, part, part === parts.at(-1));
    await finish(slice, id);
  } catch (error) {
    await afterTrouble(slice, generation, error);
  }
}

async function deliverPart(slice: Slice, generation: Generation, part: Part, isLast: boolean): Promise<void> {
  if (part.state === 'sent' || part.state === 'kept') return;
  const toSend = { ...(await load(slice, generation, part)), isLast };
  checkpoint('deliver:loaded');
  await claimPart(slice.database.db, generation.id, part);
  checkpoint('deliver:sending');
  try {
    const sent = await sendOrLink(slice, toSend);
    checkpoint('deliver:answered');
    await markPart(slice.database.db, generation.id, part.index, 'sent', sent);
    checkpoint('deliver:sent');
  } catch (error) {
    const surelyNot = error instanceof MessengerError && error.certainlyNotSent;
    await markPart(slice.database.db, generation.id, part.index, surelyNot ? 'pending' : 'uncertain', []);
    throw error;
  }
}

async function load({ kie }: Slice, generation: Generation, part: Part): Promise<Omit<PartToSend, 'isLast'>> {
  const items: (LoadedMedia | LinkedMedia)[] = [];
  for (const media of part.items) items.push(await step('result load', {}, () => loadMedia(kie, media)));
  return {
    generation,
    index: part.index,
    items,
    ...(part.text === undefined ? {} : { text: part.text }),
  };
}

/** What Telegram will not carry in any form goes as links. */
async function sendOrLink({ messenger }: Slice, part: PartToSend): Promise<SentItem[]> {
  try {
    return await messenger.sendPart(part);
  } catch (error) {
    const refused = error instanceof MessengerError && error.code === 'refused';
    if (!refused || part.items.every((item) => item.bytes === null)) throw error;
    const links = part.items.map(({ url, kind, ...rest }) => ({
      url,
      kind,
      ...(rest.title === undefined ? {} : { title: rest.title }),
      bytes: null,
      sizeBytes: rest.bytes?.length ?? null,
    }));
    return messenger.sendPart({ ...part, items: links });
  }
}

async function finish({ database, queue, clock, onDelivered }: Slice, id: string): Promise<void> {
  checkpoint('settle:before-commit');
  const settle = () =>
    database.transaction(async (trx) => {
      const at = clock.now();
      const row = await settleDelivered(trx, id, at);
      if (row) await sendReport(queue, trx, id);
      if (row) await onDelivered?.(trx, toGeneration(row), at);
      checkpoint('settle:written');
    });
  await step('generation settle', {}, settle);
  checkpoint('settle:committed');
}

async function afterTrouble(slice: Slice, generation: Generation, error: unknown): Promise<void> {
  const { database, log } = slice;
  log.warn({ generation: generation.id, err: error }, 'A part could not be delivered now');
  if (error instanceof MessengerError && (error.code === 'recipient-gone' || error.code === 'refused')) {
    await keepParts(database.db, generation.id);
    checkpoint('deliver:kept');
    return finish(slice, generation.id);
  }
  if (error instanceof DownloadError && error.code === 'download-gone') return resultGone(slice, generation);
  const waitMs = (error instanceof MessengerError && error.retryAfterMs) || retryMs;
  const wakeAt = new Date(slice.clock.now().getTime() + waitMs);
  await touch(database.db, generation.id, 'succeeded', { wake_at: wakeAt, leased_until: null });
}

/** kie.ai says success but the files are not to be had: nothing was received, nothing is charged. */
async function resultGone({ database, queue, clock }: Slice, generation: Generation): Promise<void> {
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, generation.id, 'succeeded', failure('result-gone'), clock.now());
    if (failed) await sendReport(queue, trx, generation.id);
  });
}
