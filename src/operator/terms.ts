import type { Clock, Database, Db, Logger } from '#platform';
import type { Terms } from '#pricing';

/** How soon every process sells under new terms. */
const lookEveryMs = 2_000;

/** The terms in force, as this process knows them. */
export interface TermsInForce {
  now(): Terms;
  /** Reads them again, e.g. after changing them. */
  refresh(): Promise<void>;
  /** Reads them every two seconds until the signal is aborted; never rejects. */
  follow(signal: AbortSignal): Promise<void>;
}

/** `markup` is in force until an operator sets another one. */
export async function openTerms(
  { database, clock, log }: { database: Database; clock: Clock; log: Logger },
  { markup }: { markup: number },
): Promise<TermsInForce> {
  let terms: Terms = { markup, switchedOff: new Set() };
  async function refresh(): Promise<void> {
    const found = await readTerms(database.db, markup);
    if (!sameTerms(terms, found)) terms = found;
  }
  await refresh();
  return {
    now: () => terms,
    refresh,
    async follow(signal) {
      while (!signal.aborted) {
        await clock.sleep(lookEveryMs, signal).catch(() => undefined);
        if (signal.aborted) return;
        await refresh().catch((err: unknown) => log.warn({ err }, 'the terms of sale could not be read'));
      }
    },
  };
}

async function readTerms(db: Db, otherwise: number): Promise<Terms> {
  const set = await db.selectFrom('terms_of_sale').select('markup').executeTakeFirst();
  const off = await db.selectFrom('models_switched_off').select('model_id').execute();
  return {
    markup: set ? Number(set.markup) : otherwise,
    switchedOff: new Set(off.map(({ model_id }) => model_id)),
  };
}

function sameTerms(one: Terms, other: Terms): boolean {
  const [off, nowOff] = [[...one.switchedOff], other.switchedOff];
  return one.markup === other.markup && off.length === nowOff.size && off.every((id) => nowOff.has(id));
}
