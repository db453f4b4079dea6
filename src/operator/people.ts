import { balance, topUp, withdraw } from '#ledger';
import { ban, getPerson, isAdmin, unban } from '#people';
import { AppError, type Queue, type Trx } from '#platform';
import { act, type Done, type Ground } from './act.ts';
import type { Order } from './actor.ts';
import { tellMoved } from './credits-moved.ts';

/** The most that one order moves: a slip of the finger stays small. In credits. */
const MOST_CREDITS = 1_000_000;

type House = Ground & { queue: Queue };

export interface PersonOrder extends Order {
  personId: number;
}

/** Credits given or taken by an operator; needs a reason and a key. The person hears of it. */
export interface CreditsOrder extends PersonOrder {
  /** Whole credits from 1 to 1,000,000. */
  amount: number;
  key: string;
  /** What the person is told beside the amount; left out, the reason stays among operators. */
  note?: string;
}

/** `available`: what the person can spend after it. */
export type CreditsDone = Done<{ amount: number; available: number }>;

/** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing` */
export async function grant(house: House, order: CreditsOrder): Promise<CreditsDone> {
  assertCreditsOrder(order);
  const { personId, amount, key, note = '' } = order;
  return act(house, { ...order, code: 'credits-granted', subject: subjectOf(order) }, async (trx, at) => {
    await assertKnown(trx, personId);
    await topUp(trx, { key: `operator:${key}`, personId, amount, source: 'operator', memo: '', at });
    const { available } = await balance(trx, personId);
    await tellMoved(house.queue, trx, { personId, amount, available, note, stars: null });
    return { amount, available };
  });
}

/** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing`, `balance-too-low` { needed, available, missing } */
export async function take(house: House, order: CreditsOrder): Promise<CreditsDone> {
  assertCreditsOrder(order);
  const { personId, amount, key, note = '' } = order;
  return act(house, { ...order, code: 'credits-taken', subject: subjectOf(order) }, async (trx, at) => {
    await assertKnown(trx, personId);
    const reason = 'operator-withdrawal';
    await withdraw(trx, { key: `operator:${key}`, personId, amount, reason, memo: '', at });
    const { available } = await balance(trx, personId);
    await tellMoved(house.queue, trx, { personId, amount: -amount, available, note, stars: null });
    return { amount, available };
  });
}

/**
 * The person may no longer use the bot; what they own stays theirs.
 *
 * @throws AppError `person-unknown`, `operator-not-blockable`
 */
export async function block(ground: Ground, order: PersonOrder): Promise<Done<object>> {
  if (isAdmin(order.personId, ground.adminIds))
    throw new AppError('operator-not-blockable', `${order.personId} is an operator`);
  return act(ground, { ...order, code: 'person-blocked', subject: subjectOf(order) }, async (trx, at) => {
    await ban(trx, order.personId, at);
    return {};
  });
}

/** @throws AppError `person-unknown` */
export async function unblock(ground: Ground, order: PersonOrder): Promise<Done<object>> {
  return act(ground, { ...order, code: 'person-unblocked', subject: subjectOf(order) }, async (trx) => {
    await unban(trx, order.personId);
    return {};
  });
}

function subjectOf({ personId }: PersonOrder): string {
  return `person:${personId}`;
}

function assertCreditsOrder({ amount, reason }: CreditsOrder): void {
  assertAmount(amount);
  if (reason.trim() === '') throw new AppError('reason-missing', 'Credits are moved for a reason only');
}

/** @throws AppError `amount-invalid` */
export function assertAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MOST_CREDITS)
    throw new AppError('amount-invalid', `${amount} credits cannot be moved`, {
      values: { most: MOST_CREDITS },
    });
}

async function assertKnown(trx: Trx, personId: number): Promise<void> {
  if ((await getPerson(trx, personId)) === null)
    throw new AppError('person-unknown', `There is no person ${personId}`, { values: { id: personId } });
}
