import { balance } from '#ledger';
import { getPayment, type Pack, type Payment, paymentsOf } from '#payments';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { CODE_LENGTH } from '../render/admin.ts';
import { creditAskScreen, unmatchedScreen } from '../render/admin-payments.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { paymentCard } from './acts-on-payments.ts';
import { readCredits } from './admin-people.ts';
import { askFor } from './asked.ts';
import { propose } from './propose.ts';

type PaymentTaps = 'admin-unmatched' | 'admin-payment' | 'admin-credit' | 'admin-refund';

/** As many payments as an operator can choose from. */
const PAYMENTS = 50;
/** As many amounts as stand side by side. */
const AMOUNTS = 3;

/** Payments in Stars: those that fit no offer, one of them, crediting it, giving it back. */
export function paymentTaps(services: Services): Pick<TapHandlers, PaymentTaps> {
  const { operator, config } = services;

  async function listed(ctx: BotContext): Promise<void> {
    await ctx.show(unmatchedScreen(ctx.voice, await operator.unmatchedPayments(), config.timeZone));
  }

  return {
    'admin-unmatched': listed,
    async 'admin-payment'(ctx, tap) {
      const payment = await paymentOf(services, tap);
      if (payment) await ctx.show(await paymentCard(ctx, services, payment.chargeId));
      else await listed(ctx);
    },
    async 'admin-credit'(ctx, { credits, ...tap }) {
      const payment = await paymentOf(services, tap);
      if (!payment) return listed(ctx);
      if (credits === 0) return askForCredits(ctx, services, payment);
      await propose(ctx, services, { what: 'credit', charge: payment.chargeId, credits });
    },
    async 'admin-refund'(ctx, tap) {
      const payment = await paymentOf(services, tap);
      if (!payment) return listed(ctx);
      const { available } = await balance(services.database.db, payment.payerId);
      const isForced = available < payment.credits;
      await propose(ctx, services, { what: 'refund', charge: payment.chargeId, isForced });
    },
  };
}

async function paymentOf(
  { database }: Services,
  { person, charge }: { person: number; charge: string },
): Promise<Payment | undefined> {
  const payments = await paymentsOf(database.db, person, PAYMENTS);
  return byShortCode(payments, charge, ({ chargeId }) => chargeId, CODE_LENGTH);
}

async function askForCredits(ctx: BotContext, services: Services, payment: Payment): Promise<void> {
  await askFor(ctx, services, { what: 'payment-credits', charge: payment.chargeId });
  await ctx.show(creditAskScreen(ctx.voice, payment, likelyAmounts(services.config.packs, payment.stars)));
}

/** What the packs bring whose price is nearest to what was paid, nearest first. */
function likelyAmounts(packs: readonly Pack[], stars: number): number[] {
  const away = (pack: Pack) => Math.abs(pack.stars - stars);
  const nearest = packs.toSorted((one, other) => away(one) - away(other));
  return [...new Set(nearest.map(({ credits }) => credits))].slice(0, AMOUNTS);
}

/** How many credits an unmatched payment brings, and perhaps why, as an answer. */
export async function paymentCreditsAnswer(
  ctx: BotContext,
  services: Services,
  chargeId: string,
  text: string,
): Promise<void> {
  const read = readCredits(text);
  const payment = await getPayment(services.database.db, chargeId);
  if (!payment) return;
  if (!read) return askForCredits(ctx, services, payment);
  const { amount: credits, ...reason } = read;
  await propose(ctx, services, { what: 'credit', charge: chargeId, credits }, reason);
}

/** `/refund <charge id>` for operators: the payment, and the button that gives it back. */
export function refundCommand(services: Services): CommandHandler {
  return async (ctx, chargeId) => {
    if (chargeId === '') await ctx.send({ text: ctx.voice.html('refund-how'), keyboard: [] });
    else await ctx.send(await paymentCard(ctx, services, chargeId));
  };
}
