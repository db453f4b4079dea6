import type { Update } from 'grammy/types';

/** Which updates must wait for each other: those of one chat. Null: never waits for anything. */
export function laneOf(update: Update): string | null {
  if (update.pre_checkout_query) return null;
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat) return `chat:${chat.id}`;
  // In the order of the payments, which come in the private chat.
  if (update.subscription) return `chat:${update.subscription.user.id}`;
  const from = update.callback_query?.from ?? update.inline_query?.from;
  return from ? `person:${from.id}` : 'other';
}

export interface Lanes {
  /** Runs `work` after what is in its lane already; lanes run side by side, at most `width` at once. */
  run(lane: string | null, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createLanes(width: number): Lanes {
  const tails = new Map<string, Promise<void>>();
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

  function inLane(lane: string, work: () => Promise<void>): Promise<void> {
    const before = tails.get(lane) ?? Promise.resolve();
    const tail = before.then(() => withSlot(work));
    const settled = tail.catch(() => undefined);
    tails.set(lane, settled);
    void settled.then(() => tails.get(lane) === settled && tails.delete(lane));
    return tail;
  }

  return {
    run(lane, work) {
      const running = lane === null ? work() : inLane(lane, work);
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
