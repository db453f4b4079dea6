/** Remembers which updates are under way, so that the offset never passes one that is not finished. */
export interface OffsetTracker {
  /** Takes the answer to a poll of `asked` in and gives the updates that are new. */
  take<U extends { update_id: number }>(batch: readonly U[], asked: number): U[];
  finish(updateId: number): void;
  /** What the next getUpdates asks for: the lowest unfinished id, else one past the last; 0 before any. */
  offset(): number;
  /** How many are under way. */
  unfinished(): number;
}

export function createOffsetTracker(): OffsetTracker {
  const running = new Set<number>();
  const finished = new Set<number>();
  let next = 0;

  function offset(): number {
    return running.size === 0 ? next : Math.min(...running);
  }

  return {
    take(batch, asked) {
      // What is below the offset that was asked for never comes again; the rest may be in this very answer.
      for (const id of finished) if (id < asked) finished.delete(id);
      const fresh = batch.filter(({ update_id }) => !running.has(update_id) && !finished.has(update_id));
      const last = batch.at(-1);
      // After a quiet week Telegram starts anew at any number (facts: getting updates), also a lower one.
      if (last && fresh.length > 0)
        next = running.size === 0 ? last.update_id + 1 : Math.max(next, last.update_id + 1);
      for (const { update_id } of fresh) running.add(update_id);
      return fresh;
    },
    finish(updateId) {
      running.delete(updateId);
      finished.add(updateId);
    },
    offset,
    unfinished: () => running.size,
  };
}
