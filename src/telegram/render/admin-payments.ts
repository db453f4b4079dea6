import type { Payment } from '#payments';
import type { Person } from '#people';
import type { Tap } from '../callback-data.ts';
import { shortCode } from '../short-codes.ts';
import { adminRow, CODE_LENGTH, personName } from './admin.ts';
import { button, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

/** The button that leads to a payment. */
export function tapOn({ payerId: person, chargeId }: Pick<Payment, 'payerId' | 'chargeId'>): Tap {
  return { to: 'admin-payment', person, charge: shortCode(chargeId, CODE_LENGTH) };
}

/** Payments that fit no offer, oldest first. */
export function unmatchedScreen(voice: Voice, payments: readonly Payment[], timeZone: string): Screen {
  const rows = payments.map((payment) => [button(paymentLabel(voice, payment, timeZone), tapOn(payment))]);
  const key = payments.length > 0 ? 'admin-unmatched' : 'admin-unmatched-none';
  return { text: voice.html(key), keyboard: [...rows, adminRow(voice)] };
}

/** Stars and day, on a button. */
export function paymentLabel(voice: Voice, { stars, paidAt }: Payment, timeZone: string): string {
  return voice.plain('button-admin-payment', { stars, date: dateText(voice, paidAt, timeZone) });
}

/** One payment, what became of it, and what can be done. `payer` null: has never written to the bot. */
export function paymentScreen(
  voice: Voice,
  payment: Payment,
  { timeZone, payer, lead }: { timeZone: string; payer: Person | null; lead?: string },
): Screen {
  const { payerId: person, stars, credits, chargeId, state, problem } = payment;
  const charge = shortCode(chargeId, CODE_LENGTH);
  const lines = [
    voice.html('admin-payment', {
      ...{ stars, credits, charge: chargeId },
      date: dateText(voice, payment.paidAt, timeZone),
      name: payer ? personName(payer) : String(person),
    }),
    voice.html(`admin-payment-${state}`, { credits, withdrawn: payment.withdrawn }),
    ...(problem === null ? [] : [voice.html(`admin-payment-problem-${problem}`)]),
  ];
  const credit = button(
    voice.plain('button-admin-credit'),
    { to: 'admin-credit', person, charge, credits: 0 },
    'success',
  );
  const refund = button(
    voice.plain('button-admin-refund', { stars }),
    { to: 'admin-refund', person, charge },
    'danger',
  );
  return {
    text: [lead, lines.join('\n')].filter(Boolean).join('\n\n'),
    keyboard: [
      ...(state === 'unmatched' ? [[credit]] : []),
      ...(state === 'unmatched' || state === 'credited' ? [[refund]] : []),
      adminRow(voice, payer ? { to: 'admin-person', person } : { to: 'admin-unmatched' }),
    ],
  };
}

/** Asks how many credits a payment shall bring, with what its packs bring as buttons. */
export function creditAskScreen(voice: Voice, payment: Payment, amounts: readonly number[]): Screen {
  const { payerId: person, stars, chargeId } = payment;
  const charge = shortCode(chargeId, CODE_LENGTH);
  const buttons = amounts.map((credits) =>
    button(voice.plain('price', { price: credits }), { to: 'admin-credit', person, charge, credits }),
  );
  return {
    text: voice.html('admin-ask-credit', { stars }),
    keyboard: [...inRows(buttons, 3), adminRow(voice, tapOn(payment))],
  };
}
