import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { somebodyWaits } from './line.ts';
import { nextLook } from './look-again.ts';
import { lookAt } from './look-at.ts';
import { report } from './report.ts';
import { bringNearer } from './set-back.ts';
import type { Starter } from './start.ts';
import type { GenerationRow } from './store.ts';

/** How many rows one round takes, and how many of them are looked at at once. */
const batch = 200;
const width = 20;
/** Telegram takes about 30 messages a second from a bot: so many of a round may go to mere progress. */
const progressPerRound = 10;

/** How often the sweep looks; a round that found a full batch goes on at once. */
const sweepEveryMs = 1_000;

export interface Sweep {
  /** Sweeps until the signal is aborted. An error of one round is logged and does not end the next. */
  run(signal: AbortSignal): Promise<void>;
  /** One round, with everything that it sets going and the calls that are under way. Answers how many rows were due. */
  once(): Promise<number>;
}

export function createSweep(slice: Collaborators, starter: Starter): Sweep {
  let aside: Promise<unknown> = Promise.resolve();
  let progressing = false;
  let lastRoundAt = Number.POSITIVE_INFINITY;

  /** Telegram may keep us waiting, and polls must not wait for that: beside the rounds, one batch at a time. */
  async function showProgress(rows: readonly GenerationRow[]): Promise<void> {
    if (progressing || rows.length === 0) return;
    progressing = true;
    const shown = rows.slice(0, progressPerRound).map((row) => report(slice, row.id));
    await Promise.allSettled(shown);
    progressing = false;
  }

  async function round(signal?: AbortSignal): Promise<number> {
    const now = slice.clock.now().getTime();
    if (now < lastRoundAt) await bringNearer(slice);
    lastRoundAt = now;
    const due = await claimDue(slice);
    if (due.length > 0) checkpoint('sweep:claimed');
    const open: GenerationRow[] = [];
    await each(due, width, async (row) => {
      if (await lookAt(slice, row)) open.push(row);
    });
    const waits = await somebodyWaits(slice.database.db, slice.clock.now());
    aside = Promise.all([
      aside.catch(() => undefined),
      showProgress(open),
      waits ? starter.serve(signal) : undefined,
    ]);
    aside.catch((err: unknown) => slice.log.error({ err }, 'The line could not be served'));
    return due.length;
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        const seen = await round(signal).catch((err: unknown) => {
          slice.log.error({ err }, 'A round of the sweep failed');
          return 0;
        });
        if (seen < batch) await slice.clock.sleep(sweepEveryMs, signal).catch(() => undefined);
      }
      await aside.catch(() => undefined);
    },
    async once() {
      const seen = await round();
      await Promise.all([aside, starter.serve()]);
      return seen;
    },
  };
}

/** Runs `work` on all, `width` at once: whoever is done takes the next. */
async function each<T>(all: readonly T[], width: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const takeAll = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: width }, takeAll));
}

/** Every row whose time has come: nobody else looks at it until it comes again. */
async function claimDue({ database, clock }: Collaborators): Promise<GenerationRow[]> {
  const now = clock.now();
  return database.db
    .updateTable('generations')
    .set({ wake_at: nextLook(now) })
    .where('id', 'in', (rows) =>
      rows
        .selectFrom('generations')
        .select('id')
        .where('wake_at', '<=', now)
        .orderBy('wake_at')
        .limit(batch)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}
