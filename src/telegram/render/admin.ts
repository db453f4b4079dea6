import type { InlineKeyboardButton } from 'grammy/types';
import type { ProviderLevel } from '#generation';
import type { Action, PersonCard, Today } from '#operator';
import type { Payment } from '#payments';
import type { Person } from '#people';
import type { Terms } from '#pricing';
import type { Tap } from '../callback-data.ts';
import { shortCode } from '../short-codes.ts';
import { homeButton } from './home.ts';
import { oneLine } from './html.ts';
import { button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

/** A charge or a promo code on a button. */
export const CODE_LENGTH = 8;

/** Back to where one came from, and home: the last row of every screen of the operators. */
export function adminRow(voice: Voice, back: Tap = { to: 'admin' }): InlineKeyboardButton[] {
  return [button(voice.plain('button-back'), back), homeButton(voice)];
}

export interface AdminView {
  today: Today;
  account: { level: ProviderLevel; kieCredits: number | null; askedAt: Date | null };
  terms: Terms;
  uncertain: number;
}

/** /admin: the day so far, and the ways to everything. */
export function adminScreen(voice: Voice, { today, account, terms, uncertain }: AdminView): Screen {
  const { money, day, ...counts } = today;
  const left = account.kieCredits === null ? '?' : Math.floor(account.kieCredits);
  const text = [
    voice.html('admin-title', { day }),
    voice.html('admin-people', { ...counts }),
    voice.html('admin-generations', { ...counts, delivered: money.delivered, failed: money.failed }),
    voice.html('admin-money', { income: money.income, spending: money.spending, ...counts }),
    voice.html(`admin-account-${account.level}`, { credits: String(left) }),
  ].join('\n');
  const off = terms.switchedOff.size;
  return {
    text,
    keyboard: [
      [button(voice.plain('button-admin-find'), { to: 'admin-ask', about: 'person' })],
      ...fitted([
        button(voice.plain('button-admin-models', { off }), { to: 'admin-models' }),
        button(voice.plain('button-admin-uncertain', { count: uncertain }), { to: 'admin-uncertain' }),
        button(voice.plain('button-admin-markup', { markup: terms.markup }), { to: 'admin-markup' }),
        button(voice.plain('button-admin-promo'), { to: 'admin-promo' }),
        button(voice.plain('button-admin-broadcasts'), { to: 'admin-broadcasts' }),
        button(voice.plain('button-admin-log'), { to: 'admin-log', before: 0 }),
      ]),
      [button(voice.plain('button-desk'), { to: 'admin-desk' })],
      [button(voice.plain('button-refresh'), { to: 'admin' }), homeButton(voice)],
    ],
  };
}

/** A question whose answer is the next message. */
export function adminAskScreen(voice: Voice, key: string, back?: Tap): Screen {
  return { text: voice.html(key), keyboard: [adminRow(voice, back)] };
}

export function peopleScreen(voice: Voice, query: string, people: readonly Person[]): Screen {
  const rows = people.map((person) => [
    button(personName(person), { to: 'admin-person', person: person.id }),
  ]);
  const again = button(voice.plain('button-admin-find'), { to: 'admin-ask', about: 'person' });
  const key = people.length > 0 ? 'admin-found' : 'admin-found-nobody';
  return { text: voice.html(key, { query }), keyboard: [...rows, [again], adminRow(voice)] };
}

export function personName({ id, firstName, username }: Person): string {
  return [firstName || '–', username === null ? '' : `@${username}`, `· ${id}`].filter(Boolean).join(' ');
}

/** Somebody as an operator sees them, and what can be done. `lead` is HTML. */
export function personScreen(
  voice: Voice,
  { person, balance, generations, payments, actions }: PersonCard,
  { timeZone, lead }: { timeZone: string; lead?: string },
): Screen {
  const { id } = person;
  const state = person.bannedAt ? 'blocked' : person.botBlockedAt ? 'gone' : 'here';
  const lines = [
    ...(lead === undefined ? [] : [lead, '']),
    voice.html('admin-person', {
      name: personName(person),
      locale: person.locale,
      joined: dateText(voice, person.createdAt, timeZone),
      seen: dateText(voice, person.lastSeenAt, timeZone),
      available: balance.available,
      held: balance.held,
      ...generations,
    }),
    voice.html(`admin-person-${state}`),
    ...actions.map((action) => actionLine(voice, action, timeZone)),
  ];
  const credits = (how: 'grant' | 'take') =>
    button(voice.plain(`button-admin-${how}`), { to: 'admin-credits', person: id, how });
  const refunds = payments
    .filter(({ state }) => state === 'credited' || state === 'unmatched')
    .map((payment) => [
      button(
        voice.plain('button-admin-payment', { stars: payment.stars, date: paidOn(voice, payment, timeZone) }),
        {
          to: 'admin-payment',
          person: id,
          charge: shortCode(payment.chargeId, CODE_LENGTH),
        },
      ),
    ]);
  const block = person.bannedAt
    ? button(voice.plain('button-admin-unblock'), { to: 'admin-unblock', person: id })
    : button(voice.plain('button-admin-block'), { to: 'admin-block', person: id }, 'danger');
  return {
    text: lines.join('\n'),
    keyboard: [[credits('grant'), credits('take')], ...refunds, [block], adminRow(voice)],
  };
}

function paidOn(voice: Voice, { paidAt }: Payment, timeZone: string): string {
  return dateText(voice, paidAt, timeZone);
}

export interface PendingCredits {
  key: string;
  how: 'grant' | 'take';
  person: number;
  amount: number;
  reason: string;
}

/** The last look before credits move. */
export function confirmCreditsScreen(
  voice: Voice,
  { person, balance }: PersonCard,
  order: PendingCredits,
): Screen {
  const { how, amount, reason, key } = order;
  const values = { name: personName(person), amount, reason, available: balance.available };
  return {
    text: voice.html(`admin-confirm-${how}`, values),
    keyboard: [
      [
        button(
          voice.plain(`button-admin-do-${how}`, { amount }),
          { to: 'admin-credits-do', order: key },
          'success',
        ),
      ],
      adminRow(voice, { to: 'admin-person', person: person.id }),
    ],
  };
}

/** One payment and whether to give it back; `spent`: some of its credits are gone, so it has to be forced. */
export function paymentScreen(
  voice: Voice,
  payment: Payment,
  { timeZone, spent }: { timeZone: string; spent?: { needed: number; available: number } },
): Screen {
  const { payerId: person, stars, credits, chargeId } = payment;
  const charge = shortCode(chargeId, CODE_LENGTH);
  const text = voice.html('admin-payment', {
    stars,
    credits,
    charge: chargeId,
    date: paidOn(voice, payment, timeZone),
  });
  const label = voice.plain(spent ? 'button-admin-refund-force' : 'button-admin-refund', { stars });
  const how = spent ? 'force' : 'full';
  return {
    text: spent ? `${text}\n\n${voice.html('admin-refund-spent', spent)}` : text,
    keyboard: [
      [button(label, { to: 'admin-refund', person, charge, how }, 'danger')],
      adminRow(voice, { to: 'admin-person', person }),
    ],
  };
}

/** A page of the audit log, newest first. */
export function auditLogScreen(
  voice: Voice,
  actions: readonly Action[],
  { timeZone, older }: { timeZone: string; older: number | null },
): Screen {
  const lines = actions.map((action) => actionLine(voice, action, timeZone));
  const next =
    older === null ? [] : [[button(voice.plain('button-next-page'), { to: 'admin-log', before: older })]];
  return {
    text: [voice.html('admin-log'), '', ...(lines.length > 0 ? lines : [voice.html('admin-log-empty')])].join(
      '\n',
    ),
    keyboard: [...next, adminRow(voice)],
  };
}

function actionLine(voice: Voice, action: Action, timeZone: string): string {
  const { at, adminId, via, code, subject, reason, details } = action;
  const amount = typeof details.amount === 'number' ? details.amount : '';
  return voice.html('admin-log-line', {
    date: dateText(voice, at, timeZone),
    who: adminId === null ? via : String(adminId),
    what: [voice.plain(`action-done-${code}`), amount].filter((part) => part !== '').join(' '),
    subject: oneLine(subject.replace(/^\w+:/, ''), 60),
    reason: reason === '' ? '' : ` · ${oneLine(reason, 120)}`,
  });
}
