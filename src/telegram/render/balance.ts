import type { Balance, StatementEntry } from '#ledger';
import { oneLine } from './html.ts';
import { homeButton } from './models.ts';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

export interface BalanceView {
  balance: Balance;
  entries: readonly StatementEntry[];
  supportContact: string | null;
  timeZone: string;
}

/** What the person owns, and the last movements. */
export function balanceScreen(
  voice: Voice,
  { balance, entries, supportContact, timeZone }: BalanceView,
): Screen {
  const lines = [voice.html('balance-title', { count: balance.available })];
  if (balance.held > 0) lines.push(voice.html('balance-held', { count: balance.held }));
  lines.push('', voice.html(entries.length > 0 ? 'balance-last' : 'balance-empty'));
  lines.push(...entries.map((entry) => entryLine(voice, entry, timeZone)));
  if (supportContact) lines.push('', voice.html('balance-support', { contact: supportContact }));
  return {
    text: lines.join('\n'),
    keyboard: [[button(voice.plain('button-history'), { to: 'history' }), homeButton(voice)]],
  };
}

function entryLine(voice: Voice, entry: StatementEntry, timeZone: string): string {
  const date = dateText(voice, entry.at, timeZone);
  const what = entry.kind === 'spend' ? oneLine(entry.memo, 60) : voice.plain(`entry-${entry.kind}`);
  const key = `balance-line-${entry.state}`;
  return voice.html(key, { date, what, amount: signed(voice, entry.amount) });
}

function signed(voice: Voice, amount: number): string {
  return new Intl.NumberFormat(voice.locale, { signDisplay: 'exceptZero' }).format(amount);
}
