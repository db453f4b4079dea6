import type { Api } from 'grammy';
import { finishRefund, pendingRefunds, type RefundOrder } from '#payments';
import { getPerson } from '#people';
import { checkpoint } from '#platform';
import { chatWith } from './chat-with.ts';
import { noteScreen } from './render/simple-screens.ts';
import type { Services } from './services.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';

type Slice = Pick<Services, 'api' | 'database' | 'translator' | 'clock' | 'log'>;

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
  return outcome === 'refunded' ? 'done' : 'refused';
}

type StarsAnswer = { outcome: 'refunded' | 'refused' } | { outcome: 'pending'; error: unknown };

async function askTelegram(api: Api, { payerId, chargeId }: RefundOrder): Promise<StarsAnswer> {
  try {
    await api.refundStarPayment(payerId, chargeId);
    return { outcome: 'refunded' };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') return { outcome: 'pending', error: loggable(error) };
    const already = trouble.description.includes('CHARGE_ALREADY_REFUNDED');
    return { outcome: already ? 'refunded' : 'refused' };
  }
}

/** The person hears of it; that they cannot be reached changes nothing. */
export async function tellRefunded(
  services: Pick<Services, 'api' | 'database' | 'translator' | 'log'>,
  { personId, stars, withdrawn }: { personId: number; stars: number; withdrawn: number },
): Promise<void> {
  const person = await getPerson(services.database.db, personId);
  if (!person) return;
  const { voice, send } = chatWith(services, person);
  await send(noteScreen(voice, voice.html('payment-refunded', { stars, withdrawn }))).catch(
    (error: unknown) => {
      services.log.warn(
        { trouble: troubleOf(error), person: personId },
        'a person could not be told of a refund',
      );
    },
  );
}
