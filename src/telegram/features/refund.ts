import type { Api } from 'grammy';
import { beginRefund, finishRefund, pendingRefunds, type RefundOrder } from '#payments';
import { getPerson } from '#people';
import { checkpoint, isAppError } from '#platform';
import { chatWith } from '../chat-with.ts';
import type { BotContext, CommandHandler } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { loggable, troubleOf } from '../telegram-trouble.ts';

/** Behind the charge id: give the Stars back although credits were spent. */
const FORCE = 'force';

type Slice = Pick<Services, 'api' | 'database' | 'translator' | 'clock' | 'log'>;

/**
 * `/refund <charge id>` for operators: the credits first, then the Stars. When credits of the payment are spent
 * nothing happens, and the answer names the two ways: leave it, or take what is left (`/refund <charge id> force`).
 */
export function refundCommand(services: Slice): CommandHandler {
  const { database, clock } = services;

  return async (ctx, argument) => {
    const [chargeId, word] = argument.split(/\s+/);
    if (!chargeId || (word !== undefined && word !== FORCE)) return tell(ctx, 'refund-how');
    try {
      const order = await database.transaction((trx) =>
        beginRefund(trx, {
          chargeId,
          reason: `operator ${ctx.person.id}`,
          force: word === FORCE,
          at: clock.now(),
        }),
      );
      checkpoint('refund:begun');
      const outcome = await carryOut(services, order);
      const { stars, credits, withdrawn } = order;
      await tell(ctx, `refund-${outcome}`, { stars, credits, withdrawn });
    } catch (error) {
      if (!isAppError(error, 'refund-credits-spent')) throw error;
      await tell(ctx, 'refund-spent', { ...error.values, command: `/refund ${chargeId} ${FORCE}` });
    }
  };
}

/** Refunds that a crash or a silent Telegram left between their two steps go on. Never rejects for one of them. */
export async function carryOnRefunds(services: Slice): Promise<void> {
  for (const order of await pendingRefunds(services.database.db)) await carryOut(services, order);
}

/** `pending`: Telegram did not answer; the next round asks again, and twice is refused by Telegram itself. */
async function carryOut(services: Slice, order: RefundOrder): Promise<'done' | 'refused' | 'pending'> {
  const { api, database, clock, log } = services;
  const answer = await giveStarsBack(api, order);
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

async function giveStarsBack(api: Api, { payerId, chargeId }: RefundOrder): Promise<StarsAnswer> {
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

async function tell(
  ctx: BotContext,
  key: string,
  values: Record<string, string | number> = {},
): Promise<void> {
  await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, values)));
}
