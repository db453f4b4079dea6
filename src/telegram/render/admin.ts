import type { InlineKeyboardButton } from 'grammy/types';
import type { ProviderLevel } from '#generation';
import type { Action, Today } from '#operator';
import type { Person } from '#people';
import type { Terms } from '#pricing';
import type { Tap } from '../callback-data.ts';
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
  /** Payments that fit no offer. */
  unmatched: number;
}

/** /admin: the day so far, and the ways to everything. */
export function adminScreen(
  voice: Voice,
  { today, account, terms, uncertain, unmatched }: AdminView,
): Screen {
  const { money, day, ...counts } = today;
  const credits = account.kieCredits === null ? '?' : Math.floor(account.kieCredits);
  const text = [
    voice.html('admin-title', { day }),
    voice.html('admin-people', { ...counts }),
    voice.html('admin-generations', { ...counts, delivered: money.delivered, failed: money.failed }),
    voice.html('admin-money', { income: money.income, spending: money.spending, ...counts }),
    voice.html(`admin-account-${account.level}`, { credits }),
  ].join('\n');
  const off = terms.switchedOff.size;
  const payments = button(voice.plain('button-admin-unmatched', { count: unmatched }), {
    to: 'admin-unmatched',
  });
  return {
    text,
    keyboard: [
      [button(voice.plain('button-admin-find'), { to: 'admin-ask', about: 'person' })],
      ...(unmatched > 0 ? [[payments]] : []),
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

export function personName({ id, firstName, username }: Person): string {
  return [firstName || '–', username === null ? '' : `@${username}`, `· ${id}`].filter(Boolean).join(' ');
}

/** A page of the audit log, newest first. */
export function auditLogScreen(
  voice: Voice,
  actions: readonly Action[],
  { timeZone, older }: { timeZone: string; older: number | null },
): Screen {
  const lines = actions.map((action) => voice.html('admin-log-line', actionValues(voice, action, timeZone)));
  const next =
    older === null ? [] : [[button(voice.plain('button-next-page'), { to: 'admin-log', before: older })]];
  return {
    text: [voice.html('admin-log'), '', ...(lines.length > 0 ? lines : [voice.html('admin-log-empty')])].join(
      '\n',
    ),
    keyboard: [...next, adminRow(voice)],
  };
}

/** What a line of the audit log says. */
export function actionValues(voice: Voice, action: Action, timeZone: string) {
  const { at, adminId, adminName, via, code, subject, reason, details } = action;
  const amount = typeof details.amount === 'number' ? details.amount : '';
  return {
    date: dateText(voice, at, timeZone),
    who: oneLine(adminName || String(adminId ?? via), 40),
    what: [voice.plain(`action-done-${code}`), amount].filter((part) => part !== '').join('\u00a0'),
    subject: oneLine(subject.replace(/^\w+:/, ''), 60),
    reason: reason === '' ? '' : ` · ${oneLine(reason, 120)}`,
  };
}
