import type { Context } from 'grammy';
import type { RefundedPayment, SuccessfulPayment } from 'grammy/types';
import { pickLocale } from '#i18n';
import { checkPreCheckout, noticeRefund, type RecordedPayment, recordPayment } from '#payments';
import { checkpoint } from '#platform';
import type { BotContext } from '../context.ts';
import { creditedScreen } from '../render/payment.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { giveStarsBack, tellRefunded } from '../star-refunds.ts';
import { troubleOf } from '../telegram-trouble.ts';
import type { WaitingForms } from './waiting-forms.ts';

type Slice = Pick<Services, 'api' | 'database' | 'translator' | 'operators' | 'config' | 'clock' | 'log'>;

/** Telegram asks whether it may take the money and waits 10 seconds at most: one read, one answer. */
export async function answerPreCheckout(
  ctx: Context,
  { database, translator, config, clock, log }: Slice,
): Promise<void> {
  const query = ctx.preCheckoutQuery;
  if (!query) return;
  const answer = await checkPreCheckout(database.db, {
    personId: query.from.id,
    payload: query.invoice_payload,
    currency: query.currency,
    totalAmount: query.total_amount,
    at: clock.now(),
  });
  checkpoint('precheckout:checked');
  if (!answer.ok) {
    log.warn({ person: query.from.id, reason: answer.reason }, 'a payment was refused before it was made');
  }
  const locale = pickLocale(translator.locales, query.from.language_code, config.defaultLocale);
  const reply = answer.ok
    ? ctx.answerPreCheckoutQuery(true)
    : ctx.answerPreCheckoutQuery(false, { error_message: translator.t(locale, `error-${answer.reason}`) });
  await reply.catch((error: unknown) => {
    // Answered before, or too late: Telegram took no money and the person may try again.
    if (troubleOf(error).kind !== 'refused') throw error;
    log.warn({ person: query.from.id, trouble: troubleOf(error) }, 'a pre-checkout was answered too late');
  });
  checkpoint('precheckout:answered');
}

/** Money has arrived: credits for it, once per charge; then the form that waited for them goes on. */
export async function takePayment(
  ctx: BotContext,
  payment: SuccessfulPayment,
  services: Slice & { waitingForms: WaitingForms },
): Promise<void> {
  checkpoint('payment:received');
  const recorded = await record(ctx, payment, services);
  checkpoint('payment:committed');
  if (recorded.outcome === 'credited') {
    const { payment, subscription } = recorded;
    await ctx.send(
      creditedScreen(ctx.voice, {
        credits: payment.credits,
        subscription,
        timeZone: services.config.timeZone,
      }),
    );
  }
  if (recorded.outcome === 'unmatched') await tellUnmatched(ctx, recorded, services);
  if (recorded.refund) await giveStarsBack(services, recorded.refund);
  checkpoint('payment:told');
  await services.waitingForms.goOn(ctx.person.id);
}

function record(
  ctx: BotContext,
  payment: SuccessfulPayment,
  { database, clock }: Slice,
): Promise<RecordedPayment> {
  const until = payment.subscription_expiration_date;
  const charge = {
    chargeId: payment.telegram_payment_charge_id,
    payerId: ctx.person.id,
    payload: payment.invoice_payload,
    currency: payment.currency,
    totalAmount: payment.total_amount,
    paidAt: new Date((ctx.message?.date ?? 0) * 1000),
    ...(until === undefined ? {} : { subscriptionUntil: new Date(until * 1000) }),
    source: 'update' as const,
  };
  return database.transaction((trx) => recordPayment(trx, charge, clock.now()));
}

async function tellUnmatched(
  ctx: BotContext,
  { payment }: RecordedPayment,
  { operators }: Slice,
): Promise<void> {
  await ctx.send(noteScreen(ctx.voice, ctx.voice.html('payment-unmatched')));
  const { chargeId, stars, payerId: personId } = payment;
  await operators.alert('payment-unmatched', { chargeId, stars, personId, problem: payment.problem ?? '' });
}

/** Stars went back, by us or elsewhere: what is left of their credits goes too, once. */
export async function takeRefund(ctx: BotContext, refund: RefundedPayment, services: Slice): Promise<void> {
  const { database, clock, operators } = services;
  const personId = ctx.person.id;
  const { telegram_payment_charge_id: chargeId, total_amount: stars } = refund;
  const noticed = { chargeId, payerId: personId, payload: refund.invoice_payload, stars };
  const { outcome, payment, short } = await database.transaction((trx) =>
    noticeRefund(trx, { ...noticed, source: 'update' }, clock.now()),
  );
  checkpoint('refund:noticed');
  if (outcome !== 'withdrawn') return;
  const { withdrawn, problem } = payment;
  const endsSubscription = problem === 'subscription-twice';
  await tellRefunded(services, { personId, stars, withdrawn, endsSubscription });
  if (short > 0) await operators.alert('refund-short', { chargeId, personId, short });
}
