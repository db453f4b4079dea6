import { entryText } from '#forms';
import type { Balance, StatementEntry } from '#ledger';
import type { Pack } from '#payments';
import { homeButton } from './home.ts';
import { oneLine } from './html.ts';
import { packRows } from './packs.ts';
import { button, type Screen } from './screen.ts';
import { type SubscriptionView, subscriptionLines, subscriptionRows } from './subscription.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

export interface BalanceView {
  balance: Balance;
  entries: readonly StatementEntry[];
  /** What can be bought right here. */
  packs: readonly Pack[];
  subscription: SubscriptionView;
  supportContact: string | null;
  timeZone: string;
  /** What both sides get when somebody comes by the link. */
  invitation?: { link: string; credits: number };
}

/** What the person owns, and the last movements. */
export function balanceScreen(
  voice: Voice,
  { balance, entries, packs, subscription, supportContact, timeZone, invitation }: BalanceView,
): Screen {
  const lines = [voice.html('balance-title', { count: balance.available })];
  if (balance.held > 0) lines.push(voice.html('balance-held', { count: balance.held }));
  lines.push(...subscriptionLines(voice, subscription));
  lines.push('', voice.html(entries.length > 0 ? 'balance-last' : 'balance-empty'));
  lines.push(...entries.map((entry) => entryLine(voice, entry, timeZone)));
  if (invitation) lines.push('', voice.html('balance-invite', { ...invitation }));
  if (packs.length > 0) lines.push('', voice.html('packs-choose'));
  else if (supportContact) lines.push('', voice.html('balance-support', { contact: supportContact }));
  return {
    text: lines.join('\n'),
    keyboard: [
      ...packRows(voice, packs),
      ...subscriptionRows(voice, subscription),
      [button(voice.plain('button-history'), { to: 'history' }), homeButton(voice)],
    ],
  };
}

function entryLine(voice: Voice, entry: StatementEntry, timeZone: string): string {
  const date = dateText(voice, entry.at, timeZone);
  if (entry.kind === 'free') {
    const key = entry.state === 'voided' ? 'balance-line-free-back' : 'balance-line-free';
    return voice.html(key, { date, what: oneLine(entry.memo, 60) });
  }
  const what = oneLine(entryText(voice, entry), 60);
  const key = `balance-line-${entry.state}`;
  return voice.html(key, { date, what, amount: signed(voice, entry.amount) });
}

function signed(voice: Voice, amount: number): string {
  return new Intl.NumberFormat(voice.locale, { signDisplay: 'exceptZero' }).format(amount);
}
