import type { Update } from 'grammy/types';

/**
 * Which updates must wait for each other: those of one chat; in a group those of one person, for nobody there shall
 * wait for the others. Null: never waits for anything.
 */
export function laneOf(update: Update): string | null {
  if (update.pre_checkout_query) return null;
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  const author = update.message?.from ?? update.callback_query?.from;
  if (chat && chat.id < 0 && author) return `chat:${chat.id}:${author.id}`;
  if (chat) return `chat:${chat.id}`;
  // In the order of the payments, which come in the private chat.
  if (update.subscription) return `chat:${update.subscription.user.id}`;
  const from = update.callback_query?.from ?? update.inline_query?.from;
  return from ? `person:${from.id}` : 'other';
}

/** What was paid, or goes back: the person waits for it while their money is gone. */
export function isMoney({ message, subscription }: Update): boolean {
  return (message?.successful_payment ?? message?.refunded_payment ?? subscription) !== undefined;
}

export interface Lanes {
  /**
   * Runs `work` after what is in its lane already; lanes run side by side, at most `width` at once. Money waits for
   * nothing but the money before it in its lane, and all that comes later waits for the money.
   */
  run(lane: string | null, work: () => Promise<void>, money?: boolean): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** What the next work of a lane waits for. */
interface Tail {
  all: Promise<void>;
  money: Promise<void>;
}

export function createLanes(width: number): Lanes {
  const tails = new Map<string, Tail>();
  const waiting: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();
  let free = width;

  async function withSlot(work: () => Promise<void>): Promise<void> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      await work();
    } finally {
      const following = waiting.shift();
      if (following) following();
      else free++;
    }
  }

  function inLane(lane: string, work: () => Promise<void>, money: boolean): Promise<void> {
    const before = tails.get(lane) ?? { all: Promise.resolve(), money: Promise.resolve() };
    const running = money ? before.money.then(work) : before.all.then(() => withSlot(work));
    const settled = running.catch(() => undefined);
    const tail = {
      all: money ? Promise.all([before.all, settled]).then(() => undefined) : settled,
      money: money ? settled : before.money,
    };
    tails.set(lane, tail);
    void tail.all.then(() => tails.get(lane) === tail && tails.delete(lane));
    return running;
  }

  return {
    run(lane, work, money = false) {
      const running = lane === null ? work() : inLane(lane, work, money);
      const settled = running.catch(() => undefined);
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
      return running;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
