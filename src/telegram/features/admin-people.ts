import { randomBytes } from 'node:crypto';
import { type Payment, paymentsOf } from '#payments';
import { changeSettings } from '#people';
import { isAppError } from '#platform';
import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import {
  adminAskScreen,
  CODE_LENGTH,
  confirmCreditsScreen,
  type PendingCredits,
  paymentScreen,
  peopleScreen,
  personScreen,
} from '../render/admin.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { askFor } from './asked.ts';

type Slice = Pick<Services, 'database' | 'operator' | 'config'>;
type PersonTaps =
  | 'admin-person'
  | 'admin-credits'
  | 'admin-credits-do'
  | 'admin-block'
  | 'admin-unblock'
  | 'admin-payment'
  | 'admin-refund';

/** As many payments as an operator can choose from. */
const PAYMENTS = 50;

export function personTaps(services: Slice): Pick<TapHandlers, PersonTaps> {
  const { operator, config } = services;
  const { timeZone } = config;

  async function show(ctx: BotContext, personId: number, lead?: string): Promise<void> {
    const card = await operator.person(personId);
    await ctx.show(personScreen(ctx.voice, card, { timeZone, ...(lead === undefined ? {} : { lead }) }));
  }

  return {
    'admin-person': (ctx, { person }) => show(ctx, person),
    async 'admin-credits'(ctx, { person, how }) {
      await askFor(ctx, services, { what: 'credits', person, how: how === 'take' ? 'take' : 'grant' });
      const back = { to: 'admin-person', person } as const;
      await ctx.show(adminAskScreen(ctx.voice, how === 'take' ? 'admin-ask-take' : 'admin-ask-grant', back));
    },
    async 'admin-credits-do'(ctx, { order: key }) {
      const order = ctx.person.settings.pendingCredits;
      if (order?.key !== key) return ctx.toast(ctx.voice.plain('button-outdated'));
      const { how, person: personId, amount, reason } = order;
      const actor = actorOf(ctx);
      const { outcome } = await operator[how]({
        actor,
        personId,
        amount,
        reason,
        key: `chat:${actor.adminId}:${key}`,
      });
      ctx.toast(ctx.voice.plain(outcome === 'done' ? 'admin-done' : 'admin-done-before'));
      await show(ctx, personId);
    },
    async 'admin-block'(ctx, { person: personId }) {
      await operator.block({ actor: actorOf(ctx), personId, reason: '' });
      ctx.toast(ctx.voice.plain('admin-done'));
      await show(ctx, personId);
    },
    async 'admin-unblock'(ctx, { person: personId }) {
      await operator.unblock({ actor: actorOf(ctx), personId, reason: '' });
      ctx.toast(ctx.voice.plain('admin-done'));
      await show(ctx, personId);
    },
    async 'admin-payment'(ctx, { person, charge }) {
      const payment = await paymentOf(services, person, charge);
      if (payment) await ctx.show(paymentScreen(ctx.voice, payment, { timeZone }));
      else await show(ctx, person);
    },
    async 'admin-refund'(ctx, { person, charge, how }) {
      const payment = await paymentOf(services, person, charge);
      if (!payment) return show(ctx, person);
      try {
        const { chargeId } = payment;
        const order = { actor: actorOf(ctx), reason: '', chargeId, force: how === 'force' };
        const { outcome, order: refund } = await operator.refund(order);
        const { stars, credits, withdrawn } = refund;
        await show(ctx, person, ctx.voice.html(`refund-${outcome}`, { stars, credits, withdrawn }));
      } catch (error) {
        if (!isAppError(error, 'refund-credits-spent')) throw error;
        const spent = { needed: Number(error.values.needed), available: Number(error.values.available) };
        await ctx.show(paymentScreen(ctx.voice, payment, { timeZone, spent }));
      }
    },
  };
}

async function paymentOf(
  { database }: Slice,
  personId: number,
  charge: string,
): Promise<Payment | undefined> {
  const payments = await paymentsOf(database.db, personId, PAYMENTS);
  return byShortCode(payments, charge, ({ chargeId }) => chargeId, CODE_LENGTH);
}

/** Who is called so; the person themselves where there is one. */
export async function foundPeople(
  ctx: BotContext,
  { operator, config }: Slice,
  query: string,
): Promise<Screen> {
  const people = await operator.findPeople(query);
  const [only] = people;
  if (!only || people.length > 1) return peopleScreen(ctx.voice, query, people);
  return personScreen(ctx.voice, await operator.person(only.id), { timeZone: config.timeZone });
}

/** `AMOUNT REASON` as an answer: shown once more before anything moves. */
export async function creditsAnswer(
  ctx: BotContext,
  services: Slice,
  asked: Pick<PendingCredits, 'how' | 'person'>,
  text: string,
): Promise<void> {
  const [, amount = '', reason = ''] = /^\s*\+?([1-9]\d{0,6})\s+(\S[\s\S]*)$/.exec(text) ?? [];
  if (amount === '') {
    await askFor(ctx, services, { what: 'credits', ...asked });
    const back = { to: 'admin-person', person: asked.person } as const;
    await ctx.send(adminAskScreen(ctx.voice, `admin-ask-${asked.how}`, back));
    return;
  }
  const key = randomBytes(9).toString('base64url');
  const order = { ...asked, key, amount: Number(amount), reason: reason.trim().slice(0, 500) };
  ctx.person.settings = await services.database.transaction((trx) =>
    changeSettings(trx, ctx.person.id, (settings) => ({ ...settings, pendingCredits: order })),
  );
  await ctx.send(confirmCreditsScreen(ctx.voice, await services.operator.person(asked.person), order));
}
