import type { Context } from 'grammy';
import type { SuccessfulPayment } from 'grammy/types';
import { pickLocale } from '#i18n';
import { checkPreCheckout, recordPayment } from '#payments';
import { checkpoint } from '#platform';
import type { BotContext } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';

type Slice = Pick<Services, 'database' | 'translator' | 'config' | 'clock' | 'log'>;

/** Telegram asks whether it may take the money and waits 10 seconds at most: one read, one answer. */
export async function answerPreCheckout(
  ctx: Context,
  { database, translator, config, log }: Slice,
): Promise<void> {
  const query = ctx.preCheckoutQuery;
  if (!query) return;
  const answer = await checkPreCheckout(database.db, {
    personId: query.from.id,
    payload: query.invoice_payload,
    currency: query.currency,
    totalAmount: query.total_amount,
  });
  checkpoint('precheckout:checked');
  if (answer.ok) {
    await ctx.answerPreCheckoutQuery(true);
    checkpoint('precheckout:answered');
    return;
  }
  log.warn({ person: query.from.id, reason: answer.reason }, 'a payment was refused before it was made');
  const locale = pickLocale(translator.locales, query.from.language_code, config.defaultLocale);
  await ctx.answerPreCheckoutQuery(false, { error_message: translator.t(locale, `error-${answer.reason}`) });
}

/** Money has arrived: credits for it, once per charge. */
export async function takePayment(
  ctx: BotContext,
  payment: SuccessfulPayment,
  { database, clock }: Slice,
): Promise<void> {
  const until = payment.subscription_expiration_date;
  checkpoint('payment:received');
  const recorded = await database.transaction((trx) =>
    recordPayment(
      trx,
      {
        chargeId: payment.telegram_payment_charge_id,
        payerId: ctx.person.id,
        payload: payment.invoice_payload,
        currency: payment.currency,
        totalAmount: payment.total_amount,
        paidAt: new Date((ctx.message?.date ?? 0) * 1000),
        ...(until === undefined ? {} : { subscriptionUntil: new Date(until * 1000) }),
        source: 'update',
      },
      clock.now(),
    ),
  );
  checkpoint('payment:committed');
  if (recorded.outcome === 'already') return;
  const credits = ctx.voice.plain('credits', { count: recorded.payment.credits });
  const key = recorded.outcome === 'credited' ? 'payment-credited' : 'payment-unmatched';
  await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, { credits })));
  checkpoint('payment:told');
}
