import type { Api } from 'grammy';
import { finishRefund, pendingRefunds, type RefundOrder } from '#payments';
import { getPerson } from '#people';
import { checkpoint } from '#platform';
import { chatWith } from './chat-with.ts';
import { noteScreen } from './render/simple-screens.ts';
import type { Services } from './services.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';
import { unlessRefused } from './unless-refused.ts';

type Slice = Pick<Services, 'api' | 'database' | 'translator' | 'operators' | 'clock' | 'log'>;

/** Refunds that a crash or a silent Telegram left between their two steps go on. Never rejects for one of them. */
export async function carryOnRefunds(services: Slice): Promise<void> {
  for (const order of await pendingRefunds(services.database.db)) await giveStarsBack(services, order);
}

/** `pending`: Telegram did not answer; the next round asks again, and twice is refused by Telegram itself. */
export async function giveStarsBack(
  services: Slice,
  order: RefundOrder,
): Promise<'done' | 'refused' | 'pending'> {
  const { api, database, clock, log } = services;
  checkpoint('refund:begun');
  const answer = await askTelegram(api, order);
  checkpoint('refund:answered');
  if (answer.outcome === 'pending') {
    log.warn(
      { charge: order.chargeId, err: answer.error },
      'a refund was not answered; it is asked for again',
    );
    return 'pending';
  }
  const outcome = answer.outcome;
  const finished = await database.transaction((trx) =>
    finishRefund(trx, { chargeId: order.chargeId, outcome, at: clock.now() }),
  );
  checkpoint('refund:finished');
  if (finished === 'refunded') await tellRefunded(services, { ...order, personId: order.payerId });
  if (finished === 'restored' && order.endsSubscription) await tellOperators(services, order);
  return outcome === 'refunded' ? 'done' : 'refused';
}

type StarsAnswer = { outcome: 'refunded' | 'refused' } | { outcome: 'pending'; error: unknown };

/** The subscription first: whose Stars are back must not pay the next month. */
async function askTelegram(
  api: Api,
  { payerId, chargeId, endsSubscription }: RefundOrder,
): Promise<StarsAnswer> {
  try {
    if (endsSubscription) {
      await unlessRefused(api.editUserStarSubscription(payerId, chargeId, true));
      checkpoint('refund:subscription-ended');
    }
    await api.refundStarPayment(payerId, chargeId);
    return { outcome: 'refunded' };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') return { outcome: 'pending', error: loggable(error) };
    const already = trouble.description.includes('CHARGE_ALREADY_REFUNDED');
    return { outcome: already ? 'refunded' : 'refused' };
  }
}

/** Nobody has asked for this refund, so nobody sees that Telegram refuses it. */
async function tellOperators({ operators }: Slice, { chargeId, payerId, stars }: RefundOrder): Promise<void> {
  const values = { chargeId, stars, personId: payerId, problem: 'subscription-twice' };
  await operators.alert('payment-unmatched', values);
}

/** The person hears of it; that they cannot be reached changes nothing. */
export async function tellRefunded(
  services: Pick<Services, 'api' | 'database' | 'translator' | 'log'>,
  refund: Pick<RefundOrder, 'stars' | 'withdrawn' | 'endsSubscription'> & { personId: number },
): Promise<void> {
  const { personId, stars, withdrawn, endsSubscription } = refund;
  const person = await getPerson(services.database.db, personId);
  if (!person) return;
  const { voice, send } = chatWith(services, person);
  const key = endsSubscription ? 'payment-twice' : 'payment-refunded';
  await send(noteScreen(voice, voice.html(key, { stars, withdrawn }))).catch((error: unknown) => {
    services.log.warn(
      { trouble: troubleOf(error), person: personId },
      'a person could not be told of a refund',
    );
  });
}
