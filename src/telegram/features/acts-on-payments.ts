import { balance } from '#ledger';
import { getPayment, type Payment } from '#payments';
import { getPerson } from '#people';
import { AppError } from '#platform';
import type { BotContext } from '../context.ts';
import { personName } from '../render/admin.ts';
import { paymentScreen, tapOn } from '../render/admin-payments.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import type { ActHandlers } from './acts.ts';

type Slice = Pick<Services, 'database' | 'operator' | 'config'>;

/** One payment as it is now. `lead` is HTML. @throws AppError `payment-unknown` */
export async function paymentCard(
  ctx: BotContext,
  services: Slice,
  chargeId: string,
  lead?: string,
): Promise<Screen> {
  const payment = await existing(services, chargeId);
  const payer = await getPerson(services.database.db, payment.payerId);
  const look = { timeZone: services.config.timeZone, payer, ...(lead === undefined ? {} : { lead }) };
  return paymentScreen(ctx.voice, payment, look);
}

export function paymentActs(services: Slice): Pick<ActHandlers, 'refund' | 'credit'> {
  const { database, operator } = services;

  async function aboutPayer(payment: Payment) {
    const payer = await getPerson(database.db, payment.payerId);
    const name = payer ? personName(payer) : String(payment.payerId);
    return { name, back: tapOn(payment), ...(payer ? { owner: payer } : {}) };
  }

  return {
    refund: {
      async ask({ voice }, { charge, isForced }) {
        const payment = await existing(services, charge);
        const { stars, credits } = payment;
        const { available } = await balance(database.db, payment.payerId);
        const { name, back } = await aboutPayer(payment);
        return {
          text: voice.html(isForced ? 'act-refund-forced' : 'act-refund', {
            name,
            stars,
            credits,
            available,
          }),
          label: voice.plain('button-admin-refund', { stars }),
          style: 'danger',
          back,
        };
      },
      async carryOut(ctx, { charge: chargeId, isForced: force }, order) {
        const { outcome, order: refund } = await operator.refund({ ...order, chargeId, force });
        const { stars, credits, withdrawn } = refund;
        const lead = ctx.voice.html(`refund-${outcome}`, { stars, credits, withdrawn });
        await ctx.show(await paymentCard(ctx, services, chargeId, lead));
        return 'done';
      },
    },
    credit: {
      async ask({ voice }, { charge, credits }) {
        const payment = await existing(services, charge);
        const { name, ...rest } = await aboutPayer(payment);
        return {
          text: voice.html('act-credit', { name, credits, stars: payment.stars }),
          label: voice.plain('button-act-grant', { amount: credits }),
          style: 'success',
          ...rest,
        };
      },
      async carryOut(ctx, { charge: chargeId, credits }, order) {
        const { outcome } = await operator.creditPayment({ ...order, chargeId, credits });
        await ctx.show(await paymentCard(ctx, services, chargeId));
        return outcome;
      },
    },
  };
}

async function existing({ database }: Slice, chargeId: string): Promise<Payment> {
  const payment = await getPayment(database.db, chargeId);
  if (payment) return payment;
  throw new AppError('payment-unknown', `There is no payment ${chargeId}`, { values: { chargeId } });
}
