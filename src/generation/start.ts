import { KieError, pollDelay, RateLimitedError, UncertainError } from '#kie';
import { checkpoint, type Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failureOfError } from './failure.ts';
import { reportJob } from './jobs.ts';

import { takeCall } from './provider-window.ts';
import { settleFailed } from './settle.ts';
import { type GenerationRow, move } from './store.ts';
import { pickNext } from './turn.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'operators' | 'config'>;

/** Calls that may be under way at once in this process. */
const maxInFlight = 8;
/** kie.ai unreachable before anything was sent: tried again so often, then given up. */
const maxAttempts = 8;

export interface Starter {
  /** Serves the line until nobody waits; every call joins the one loop of this process. */
  serve(signal?: AbortSignal): Promise<void>;
}

export function createStarter(slice: Slice): Starter {
  let loop: Promise<void> | null = null;
  let again = false;
  const run = async (signal?: AbortSignal) => {
    while (again && !signal?.aborted) {
      again = false;
      await serveLine(slice, signal);
    }
  };
  return {
    serve(signal) {
      again = true;
      loop ??= run(signal).finally(() => {
        loop = null;
      });
      return loop;
    },
  };
}

async function serveLine(slice: Slice, signal?: AbortSignal): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  while (!signal?.aborted) {
    const turn = await takeTurn(slice);
    if (turn === 'nobody') break;
    if (typeof turn === 'number') {
      await slice.clock.sleep(turn, signal);
      continue;
    }
    const call = buy(slice, turn).finally(() => inFlight.delete(call));
    inFlight.add(call);
    if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
}

/** In one transaction: a free call and whose turn it is. A number says how many ms to wait for a call. */
async function takeTurn({ database, clock, config }: Slice): Promise<GenerationRow | 'nobody' | number> {
  return database.transaction(async (trx) => {
    if (!(await somebodyWaits(trx, clock.now()))) return 'nobody';
    const waitMs = await takeCall(trx, config.providerLimit, clock.now());
    if (waitMs > 0) return waitMs;
    const next = await pickNext(trx, clock.now());
    checkpoint('start:before-commit');
    return next ?? 'nobody';
  });
}

async function somebodyWaits(trx: Trx, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('generations')
    .select('id')
    .where('state', '=', 'queued')
    .where('task_input', 'is not', null)
    .where('wake_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
    if (await move(trx, row.id, 'submitting', 'running', now, running))
      await queue.send(trx, reportJob, { id: row.id });
  });
}

async function notBought(slice: Slice, row: GenerationRow, error: unknown): Promise<void> {
  const { log } = slice;
  const known = error instanceof KieError ? error : null;
  log.warn({ generation: row.id, model: row.model_id, err: error }, 'createTask brought no task');
  if (known instanceof UncertainError || !known) return becomeUncertain(slice, row);
  await alertIfOurFault(slice, known);
  const worthWaiting = known instanceof RateLimitedError || known.code === 'network';
  if (worthWaiting && row.attempts + 1 < maxAttempts) return backInLine(slice, row, known);
  await refuse(slice, row, known);
}

async function becomeUncertain({ database, queue, clock, config, operators }: Slice, row: GenerationRow) {
  const now = clock.now();
  const until = new Date(now.getTime() + config.uncertainLimitMs);
  await database.transaction(async (trx) => {
    if (!(await move(trx, row.id, 'submitting', 'uncertain', now, { wake_at: until }))) return;
    await queue.send(trx, reportJob, { id: row.id });
  });
  checkpoint('start:uncertain');
  await operators.alert('uncertain-purchase', { generation: row.id, model: row.model_id });
}

async function backInLine({ database, clock }: Slice, row: GenerationRow, error: KieError): Promise<void> {
  const waitMs = error.retryAfterMs ?? Math.min(60_000, 2_000 * 2 ** row.attempts);
  const now = clock.now();
  const wakeAt = new Date(now.getTime() + waitMs);
  await move(database.db, row.id, 'submitting', 'queued', now, {
    attempts: row.attempts + 1,
    wake_at: wakeAt,
  });
  checkpoint('start:back-in-line');
}

async function refuse({ database, queue, clock }: Slice, row: GenerationRow, error: KieError): Promise<void> {
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'submitting', failureOfError(error), clock.now());
    if (failed) await queue.send(trx, reportJob, { id: row.id });
  });
  checkpoint('start:refused');
}

async function alertIfOurFault({ operators }: Slice, error: KieError): Promise<void> {
  if (error.code === 'out-of-credits') await operators.alert('provider-out-of-credits', {});
  if (error.code === 'unauthorized' || error.code === 'sub-key-limit') {
    await operators.alert('provider-unauthorized', { code: error.code });
  }
}
