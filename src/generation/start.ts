import { KieError, pollDelay, RateLimitedError, UncertainError } from '#kie';
import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failureOfError } from './failure.ts';
import { sendAlert, sendReport } from './jobs.ts';
import { somebodyWaits } from './line.ts';
import { closeSelling, noteWhatIsLeft } from './provider-refusal.ts';
import { settleFailed } from './settle.ts';
import { type GenerationRow, move } from './store.ts';
import { traceStep } from './trace-step.ts';
import { takeTurns } from './turn.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'config'>;

/** kie.ai unreachable before anything was sent: tried again so often, then given up. */
const maxAttempts = 8;

export interface Starter {
  /** Serves the line until nobody waits and no call is under way; every call joins the one loop of this process. */
  serve(signal?: AbortSignal): Promise<void>;
}

/** `atOnce`: how many calls may be under way at once in this process. */
export function createStarter(slice: Slice, atOnce: () => number): Starter {
  const inFlight = new Set<Promise<void>>();
  let loop: Promise<void> | null = null;
  let bell = Promise.withResolvers<void>();
  let again = false;
  const run = async (signal?: AbortSignal) => {
    try {
      do {
        again = false;
        bell = Promise.withResolvers<void>();
        await serveLine(slice, inFlight, atOnce, signal);
        // A slow call must not keep waiting who comes meanwhile.
        if (!again) await Promise.race([bell.promise, Promise.all(inFlight)]);
      } while (inFlight.size > 0 || (again && !signal?.aborted));
    } finally {
      loop = null;
    }
  };
  return {
    serve(signal) {
      again = true;
      bell.resolve();
      loop ??= run(signal);
      return loop;
    },
  };
}

/** Gives out turns until nobody waits; the calls themselves go on beside it. */
async function serveLine(
  slice: Slice,
  inFlight: Set<Promise<void>>,
  atOnce: () => number,
  signal?: AbortSignal,
): Promise<void> {
  // Most calls of the bell come when their wish is served already: that is seen without the lock.
  while (!signal?.aborted && (await somebodyWaits(slice.database.db, slice.clock.now()))) {
    if (inFlight.size >= atOnce()) {
      await Promise.race(inFlight);
      continue;
    }
    const turns = await takeSome(slice, atOnce() - inFlight.size);
    if (typeof turns === 'number') {
      await slice.clock.sleep(turns, signal).catch(() => undefined);
      continue;
    }
    if (turns.length === 0) return;
    for (const row of turns) {
      const call = buyOrLog(slice, row).finally(() => inFlight.delete(call));
      inFlight.add(call);
    }
  }
}

async function takeSome({ database, clock, config }: Slice, most: number): ReturnType<typeof takeTurns> {
  return database.transaction(async (trx) => {
    const turns = await takeTurns(trx, config.providerLimit, () => clock.now(), most);
    checkpoint('start:before-commit');
    return turns;
  });
}

/** What became of a call may fail to be written: then the row is taken for uncertain, as after a death. */
async function buyOrLog(slice: Slice, row: GenerationRow): Promise<void> {
  await traceStep(row, 'buy', () => buy(slice, row)).catch((err: unknown) =>
    slice.log.error({ err, generation: row.id }, 'What became of a createTask call could not be written'),
  );
}

/** The one place that spends money at kie.ai. The row says `submitting` before anything is sent. */
async function buy(slice: Slice, row: GenerationRow): Promise<void> {
  checkpoint('start:submitting');
  try {
    const taskId = await slice.kie.createTask(row.model_id, row.task_input ?? row.input, {
      ...callbackOf(slice.config.callbackBase, row),
      retries: 0,
    });
    checkpoint('start:answered');
    await bought(slice, row, taskId);
    checkpoint('start:running');
  } catch (error) {
    await notBought(slice, row, error);
  }
}

function callbackOf(base: string | null, row: GenerationRow): { callbackUrl?: string } {
  return base === null ? {} : { callbackUrl: `${base}/kie/callback/${row.id}/${row.callback_secret}` };
}

async function bought({ database, queue, clock }: Slice, row: GenerationRow, taskId: string): Promise<void> {
  const now = clock.now();
  await database.transaction(async (trx) => {
    const running = { task_id: taskId, started_at: now, wake_at: new Date(now.getTime() + pollDelay(0)) };
    if (await move(trx, row.id, 'submitting', 'running', now, running)) await sendReport(queue, trx, row.id);
  });
}

async function notBought(slice: Slice, row: GenerationRow, error: unknown): Promise<void> {
  const { log } = slice;
  const known = error instanceof KieError ? error : null;
  log.warn({ generation: row.id, model: row.model_id, err: error }, 'createTask brought no task');
  if (known instanceof UncertainError || !known) return becomeUncertain(slice, row);
  if (known.code === 'out-of-credits') return waitForTopUp(slice, row);
  const worthWaiting = known instanceof RateLimitedError || known.code === 'network';
  if (worthWaiting && row.attempts + 1 < maxAttempts) return backInLine(slice, row, known);
  await refuse(slice, row, known);
}

async function becomeUncertain({ database, queue, clock, config }: Slice, row: GenerationRow) {
  const now = clock.now();
  const until = new Date(now.getTime() + config.uncertainLimitMs);
  await database.transaction(async (trx) => {
    if (!(await move(trx, row.id, 'submitting', 'uncertain', now, { wake_at: until }))) return;
    await sendReport(queue, trx, row.id);
    await sendAlert(queue, trx, 'uncertain-purchase', { generation: row.id, model: row.model_id });
  });
  checkpoint('start:uncertain');
}

async function backInLine({ database, clock }: Slice, row: GenerationRow, error: KieError): Promise<void> {
  const waitMs = error.retryAfterMs ?? Math.min(60_000, 2_000 * 2 ** row.attempts);
  const now = clock.now();
  const wakeAt = new Date(now.getTime() + waitMs);
  await move(database.db, row.id, 'submitting', 'queued', now, {
    attempts: row.attempts + 1,
    not_before: wakeAt,
    wake_at: wakeAt,
  });
  checkpoint('start:back-in-line');
}

/** Not the person's fault: it keeps its place, and the line waits until the account at kie.ai is topped up. */
async function waitForTopUp(slice: Slice, row: GenerationRow): Promise<void> {
  const { database, queue, clock } = slice;
  const now = clock.now();
  await database.transaction(async (trx) => {
    await closeSelling(trx, queue, now);
    const back = { submitted_at: null, wake_at: now };
    if (await move(trx, row.id, 'submitting', 'queued', now, back)) await sendReport(queue, trx, row.id);
  });
  checkpoint('start:waits-for-top-up');
  await noteWhatIsLeft(slice);
}

async function refuse({ database, queue, clock }: Slice, row: GenerationRow, error: KieError): Promise<void> {
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'submitting', failureOfError(error), clock.now());
    if (failed) await sendReport(queue, trx, row.id);
    if (isOurFault(error)) await sendAlert(queue, trx, 'provider-unauthorized', { code: error.code });
  });
  checkpoint('start:refused');
}

function isOurFault({ code }: KieError): boolean {
  return code === 'unauthorized' || code === 'sub-key-limit';
}
