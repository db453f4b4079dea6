import type { Update } from 'grammy/types';
import { ownWebhook, type Updates, type UpdatesParts } from './updates.ts';

/** How long updates that have come are waited for at the end. */
const DRAIN_MS = 8_000;

/**
 * Telegram brings the updates. Ready before the webhook is set: a platform sends nothing to a process that is not,
 * and Telegram sets no webhook at an address that does not answer.
 */
export function byWebhook({ config, secrets, clock, log, rooms: { telegram } }: UpdatesParts): Updates {
  const underWay = new Set<Promise<void>>();
  let draining = false;

  function handleUpdate(update: Update): Promise<void> {
    const handling = telegram.handleUpdate(update);
    const ended = handling.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return handling;
  }

  return {
    admit: async () => true,
    async receive(signal) {
      await telegram.announce();
      const webhook = { url: ownWebhook(config) ?? '', secret: secrets.webhookSecret ?? '' };
      await telegram.keepWebhook(webhook, signal);
      draining = true;
      const limit = new AbortController();
      const late = clock.sleep(DRAIN_MS, limit.signal).catch(() => undefined);
      await Promise.race([Promise.all(underWay), late]);
      limit.abort();
      if (underWay.size > 0) log.warn({ unfinished: underWay.size }, 'updates did not finish in time');
    },
    get handleUpdate() {
      return draining ? null : handleUpdate;
    },
    release: async () => undefined,
    readiness: () => ({ ready: !draining, state: draining ? 'draining' : 'webhook' }),
    leads: () => !draining,
  };
}
