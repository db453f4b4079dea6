import { checkpoint, sameSecret } from '#platform';
import { createAttachments } from './attachments.ts';
import { cancel } from './cancel.ts';
import type { Collaborators } from './collaborators.ts';
import { deliver } from './deliver.ts';
import { createDrafts } from './drafts.ts';
import { typicalSeconds } from './estimate.ts';
import { fetchFile } from './fetch-file.ts';
import { freeToday } from './free-today.ts';
import type { Generations } from './generations.ts';
import { createHandler, type KieGenerationHandler } from './handle.ts';
import { hide, history, resultAt, resultWith } from './history.ts';
import { alertJob, deliverJob, prepareJob, recordJob, reportJob, startJob } from './jobs.ts';
import { createLeases, type Leases } from './lease.ts';
import { loadOriginal } from './original.ts';
import { readParts } from './part-store.ts';
import { prepare } from './prepare.ts';
import { createPresets } from './presets.ts';
import { guardProvider, type ProviderGuard } from './provider-guard.ts';
import { createPurchases } from './purchases.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { openResult } from './result-file.ts';
import { resultAsInput, withResults } from './result-input.ts';
import { createStarter, type Starter } from './start.ts';
import { finalStates } from './states.ts';
import { endedStatus, recentRows, statusOf } from './status.ts';
import { findRow, findRowByKey, story, toGeneration } from './store.ts';
import { findOffered, quoteToday, submit } from './submit.ts';
import { createSweep, type Sweep } from './sweep.ts';
import { takeUpOrphans } from './take-up-orphans.ts';
import { openThumbnail, thumbnailed } from './thumbnails.ts';
import { traceStep } from './trace-step.ts';
import { withUploads } from './uploads.ts';
import { createUsedModels } from './used-models.ts';

/** The room, built: what the edges ask of it, and the work it does by itself. */
export interface GenerationService extends Generations {
  /** What is known of kie.ai's health in this process. */
  guard: ProviderGuard;
  /** The one handler for every model, from the wish to the settled result. */
  handleKieGeneration: KieGenerationHandler;
  /** A callback of kie.ai whose secret matched. Answers false for anything else. */
  receiveCallback(id: string, secret: string, taskId: string): Promise<boolean>;
  /** The untouched file of a result; null when it is gone. */
  loadOriginal(id: string, index: number): ReturnType<typeof loadOriginal>;
  /** Registers the workers and sweeps until the signal is aborted. */
  work(signal: AbortSignal): Promise<void>;
  /** One round of the sweep, for tests and for a start that wants to catch up at once. */
  sweepOnce(): Promise<number>;
}

export function createGenerations(given: Collaborators): GenerationService {
  const { database, clock } = given;
  const { db } = database;
  const openKept = (id: string, index: number) => openResult(given, id, index);
  const attachmentSource = withUploads(db, withResults(openKept, given.attachmentSource));
  const guard = guardProvider(given.kie);
  const collaborators = { ...given, kie: guard.kie, attachmentSource, leases: createLeases(given) };
  const attachments = createAttachments(db, clock, attachmentSource);
  const starter = createStarter(collaborators, guard.ordersAtOnce);
  const sweep = createSweep(collaborators, starter);
  const generations: Generations = {
    submit: (intent) => submit(collaborators, intent),
    quote: async (modelId, input) => quoteToday(collaborators, findOffered(collaborators, modelId), input),
    async freeToday(personId, modelId, credits) {
      const order = { personId, model: findOffered(collaborators, modelId), credits, at: clock.now() };
      return freeToday(db, collaborators.config, order);
    },
    async get(id) {
      const row = await findRow(db, id);
      return row ? toGeneration(row) : null;
    },
    async status(id) {
      const row = await findRow(db, id);
      return row ? statusOf(collaborators, row) : null;
    },
    async statuses(personIds, since) {
      const rows = await recentRows(db, personIds, since);
      return Promise.all(rows.map((row) => statusOf(collaborators, row)));
    },
    story: (id) => story(db, id),
    parts: (id) => readParts(db, id),
    history: (personId, page) => history(db, personId, page),
    async ended(personId, page) {
      const found = await history(db, personId, { ...page, states: finalStates });
      return found.map(endedStatus);
    },
    resultWith: (personId, url) => resultWith(db, personId, url),
    hide: (id, personId) => hide(db, id, personId, clock.now()),
    resultAt: (chatId, messageId) => resultAt(db, chatId, messageId),
    async byKey(key) {
      const row = await findRowByKey(db, key);
      return row ? toGeneration(row) : null;
    },
    cancel: (id, personId) => cancel(collaborators, id, personId),
    drafts: createDrafts(db, clock),
    attachments,
    openResult: openKept,
    fetchFile: (file) => fetchFile(collaborators, attachments, file),
    resultAsInput: (id, index) => resultAsInput(collaborators, attachments, id, index),
    thumbnailed: (page) => thumbnailed(db, page),
    openThumbnail: (id, index) => openThumbnail(collaborators, id, index),
    usedModels: createUsedModels(db, clock),
    presets: createPresets(db, clock),
    purchases: createPurchases(collaborators),
    typicalSeconds: () => typicalSeconds(db),
  };
  return {
    ...generations,
    guard,
    handleKieGeneration: createHandler(collaborators, generations),
    receiveCallback: (id, secret, taskId) => receiveCallback(collaborators, id, secret, taskId),
    loadOriginal: (id, index) => loadOriginal(collaborators, id, index),
    work: (signal) => work(collaborators, starter, sweep, signal),
    sweepOnce: () => sweep.once(),
  };
}

/** Only a wake-up: what the callback claims is asked again with our key. */
async function receiveCallback(
  { database, queue }: Collaborators,
  id: string,
  secret: string,
  taskId: string,
): Promise<boolean> {
  const row = await findRow(database.db, id);
  if (!row || !sameSecret(secret, row.callback_secret)) return false;
  checkpoint('callback:received');
  await traceStep(row, 'callback', () => queue.send(database.db, recordJob, { id, taskId }));
  checkpoint('callback:queued');
  return true;
}

async function work(
  collaborators: Collaborators & { leases: Leases },
  starter: Starter,
  sweep: Sweep,
  signal: AbortSignal,
): Promise<void> {
  const { queue } = collaborators;
  await takeUpOrphans(collaborators);
  await queue.work(prepareJob, ({ id }) => prepare(collaborators, id));
  await queue.work(startJob, () => starter.serve(signal));
  await queue.work(recordJob, async ({ id, taskId }) => {
    await record(collaborators, id, taskId);
  });
  await queue.work(deliverJob, ({ id }) => deliver(collaborators, id));
  await queue.work(reportJob, ({ id }) => report(collaborators, id));
  await queue.work(alertJob, async ({ code, values }) => {
    await collaborators.operators.alert(code, values);
    checkpoint('alert:sent');
  });
  await sweep.run(signal);
}
