import { tooManyRequests } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import { readWebhookSettings } from '../updates/webhook-settings.ts';
import { type Call, Described, type Method } from './method.ts';

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const CLOSE_BAN_SECONDS = 600;

/** How a bot gets its updates, and the server's own switches. */
export const updating = {
  getMe: ({ bot }) => bot.user,

  getUpdates({ bot, params }) {
    if (bot.webhook.active) return bot.polling.conflict(WEBHOOK_ACTIVE);
    bot.queue.allowed.apply(params.text('allowed_updates'));
    return bot.polling.getUpdates({
      offset: params.int('offset', 0),
      limit: params.int('limit', 100, 1, 100),
      timeout: params.int('timeout', 0, 0, 50),
    });
  },

  async setWebhook({ bot, params }) {
    const settings = readWebhookSettings(params);
    bot.queue.allowed.apply(params.text('allowed_updates'));
    return new Described(true, await bot.webhook.set(settings, params.bool('drop_pending_updates')));
  },

  deleteWebhook: ({ bot, params }) =>
    new Described(true, bot.webhook.remove(params.bool('drop_pending_updates'))),

  getWebhookInfo: ({ bot }) => bot.webhook.info(),

  logOut: () => true,

  /** Refused in the first ten minutes after the launch. */
  close({ bot }: Call) {
    const wait = bot.launchedAt + CLOSE_BAN_SECONDS - unixTime(bot.clock);
    if (wait > 0) throw tooManyRequests(wait);
    return true;
  },
} satisfies Record<string, Method>;
