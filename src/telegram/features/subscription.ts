import type { BotSubscriptionUpdated } from 'grammy/types';
import {
  createInvoice,
  type Invoice,
  noticeSubscription,
  type Subscription,
  subscriptionsOf,
} from '#payments';
import { checkpoint } from '#platform';
import type { BotContext, TapHandlers } from '../context.ts';
import { clip } from '../render/html.ts';
import { TITLE_LIMIT } from '../render/packs.ts';
import { type SubscriptionView, subscribeScreen } from '../render/subscription.ts';
import type { Voice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';

/** 30 days, the only period Telegram knows (facts: payments). */
const PERIOD_SECONDS = 2_592_000;

type Slice = Pick<Services, 'database' | 'config' | 'clock'>;

/** What a person has every month, or could have: one subscription each. */
export async function subscriptionOf(
  personId: number,
  { database, config, clock }: Slice,
): Promise<SubscriptionView> {
  const now = clock.now();
  const all = await subscriptionsOf(database.db, personId);
  const running = all.filter(({ paidUntil }) => paidUntil > now);
  return { running, offer: running.length === 0 ? config.subscription : null, timeZone: config.timeZone };
}

type SubscriptionTaps = 'subscribe' | 'subscription-stop' | 'subscription-resume';

/** `showBalance` shows what the taps have changed. */
export function subscriptionTaps(
  services: Slice,
  showBalance: (ctx: BotContext) => Promise<void>,
): Pick<TapHandlers, SubscriptionTaps> {
  const { database, clock } = services;

  async function outdated(ctx: BotContext): Promise<void> {
    ctx.toast(ctx.voice.plain('menu-outdated'));
    await showBalance(ctx);
  }

  async function change(ctx: BotContext, code: string, state: 'canceled' | 'active'): Promise<void> {
    const { running } = await subscriptionOf(ctx.person.id, services);
    const found = byShortCode(running, code, ({ invoiceId }) => invoiceId);
    if (!found) return outdated(ctx);
    await changeSubscription({ ...services, api: ctx.api }, found, state);
    ctx.toast(ctx.voice.plain(state === 'canceled' ? 'subscription-stopped' : 'subscription-resumed'));
    await showBalance(ctx);
  }

  return {
    async subscribe(ctx, { stars }) {
      const { offer } = await subscriptionOf(ctx.person.id, services);
      if (offer?.stars !== stars) return outdated(ctx);
      const invoice = await database.transaction((trx) =>
        createInvoice(trx, { personId: ctx.person.id, pack: offer, at: clock.now() }),
      );
      checkpoint('invoice:committed');
      const link = await subscriptionLink(ctx.api, ctx.voice, invoice);
      await ctx.show(subscribeScreen(ctx.voice, offer, link));
    },
    'subscription-stop': (ctx, { subscription }) => change(ctx, subscription, 'canceled'),
    'subscription-resume': (ctx, { subscription }) => change(ctx, subscription, 'active'),
  };
}

/** Ends a subscription with its paid month, or takes it up again. Telegram first: what it refuses has not changed. The same change twice is one. */
export async function changeSubscription(
  { api, database, clock }: Pick<Services, 'api' | 'database' | 'clock'>,
  { personId, chargeId, invoiceId }: Subscription,
  state: 'canceled' | 'active',
): Promise<void> {
  await api.editUserStarSubscription(personId, chargeId, state === 'canceled');
  checkpoint('subscription:answered');
  const notice = { payload: invoiceId, state, at: clock.now() };
  await database.transaction((trx) => noticeSubscription(trx, notice));
  checkpoint('subscription:noticed');
}

/** The address of Telegram's own payment of a month after month. */
export async function subscriptionLink(
  api: Services['api'],
  voice: Voice,
  { id, stars, credits }: Invoice,
): Promise<string> {
  const title = clip(voice.plain('invoice-monthly', { credits }), TITLE_LIMIT);
  const prices = [{ label: title, amount: stars }];
  const about = voice.plain('invoice-monthly-about');
  const period = { subscription_period: PERIOD_SECONDS };
  return api.createInvoiceLink(title, about, id, '', 'XTR', prices, period);
}

/** The person ended it in Telegram's settings, took it up again, or could not pay. */
export async function takeSubscription(
  { invoice_payload: payload, state, user }: BotSubscriptionUpdated,
  { database, clock, log }: Pick<Services, 'database' | 'clock' | 'log'>,
): Promise<void> {
  const known = await database.transaction((trx) =>
    noticeSubscription(trx, { payload, state, at: clock.now() }),
  );
  checkpoint('subscription:noticed');
  if (!known) log.warn({ person: user.id, state }, 'Telegram tells of a subscription that is not ours');
}
