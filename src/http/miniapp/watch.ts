import type { Generations, Status } from '#generation';
import { type Balance, balances } from '#ledger';
import type { Clock, Database } from '#platform';

/** What one watcher is told: at first everything, then what has changed. */
export interface News {
  statuses: Status[];
  balance: Balance;
}

export interface Listener {
  tell(news: News): void;
  end(): void;
}

/** Follows the generations of everybody who looks at a page, with one read for all of them. */
export interface Watch {
  /** Calls `tell` at once and with every change, until the signal is aborted; `end` when there will be no more. */
  follow(personId: number, signal: AbortSignal, listener: Listener): void;
  /** Whether one more may follow this person's. */
  hasRoomFor(personId: number): boolean;
}

/** A person has a page or two open; more streams than this are somebody's experiment. */
const mostPerPerson = 8;
const nothing: Balance = { available: 0, held: 0 };
const lookEveryMs = 700;
/** Ends of so long before the last look are told, which bridges a short cut of the line. */
const endsToldMs = 60_000;

interface Watcher extends Listener {
  personId: number;
  told: Map<string, string>;
  toldBalance: string;
}

interface Parts {
  database: Database;
  generations: Pick<Generations, 'statuses'>;
  clock: Clock;
}

export function createWatch({ database, generations, clock }: Parts): Watch {
  const watchers = new Set<Watcher>();
  let looking = false;

  /** What ended since the last look is told however long that is: a process that slept has missed it. */
  async function look(lastLook: Date): Promise<void> {
    const since = new Date(lastLook.getTime() - endsToldMs);
    const ids = [...new Set([...watchers].map(({ personId }) => personId))];
    const [statuses, owned] = await Promise.all([
      generations.statuses(ids, since),
      balances(database.db, ids),
    ]);
    for (const watcher of watchers) {
      if (ids.includes(watcher.personId))
        tellChanges(watcher, statuses, owned.get(watcher.personId) ?? nothing);
    }
  }

  async function run(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (let last = clock.now(); watchers.size > 0; ) {
        const now = clock.now();
        await look(last);
        last = now;
        await clock.sleep(lookEveryMs);
      }
    } finally {
      looking = false;
    }
  }

  /** A read that fails ends all streams; pages come back by themselves. */
  function endAll(): void {
    const all = [...watchers];
    watchers.clear();
    for (const watcher of all) watcher.end();
  }

  return {
    hasRoomFor: (personId) =>
      [...watchers].filter((watcher) => watcher.personId === personId).length < mostPerPerson,
    follow(personId, signal, listener) {
      const watcher: Watcher = { personId, ...listener, told: new Map(), toldBalance: '' };
      watchers.add(watcher);
      signal.addEventListener('abort', () => watchers.delete(watcher), { once: true });
      if (signal.aborted) watchers.delete(watcher);
      run().catch(endAll);
    },
  };
}

function tellChanges(watcher: Watcher, all: readonly Status[], own: Balance): void {
  const mine = all.filter(({ generation }) => generation.personId === watcher.personId);
  const changed = mine.filter((status) => watcher.told.get(status.generation.id) !== markOf(status));
  const balanceMark = `${own.available} ${own.held}`;
  if (changed.length === 0 && watcher.toldBalance === balanceMark) return;
  for (const status of changed) watcher.told.set(status.generation.id, markOf(status));
  watcher.toldBalance = balanceMark;
  watcher.tell({ statuses: changed, balance: own });
}

function markOf({ phase, queuePlace }: Status): string {
  return `${phase} ${queuePlace ?? ''}`;
}
