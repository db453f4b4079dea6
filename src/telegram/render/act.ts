import type { OperatorAct, PendingAct, Person } from '#people';
import type { Tap } from '../callback-data.ts';
import { adminRow } from './admin.ts';
import { type ButtonStyle, button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** How an act is put before the operator. */
export interface Question {
  /** HTML: what would be done. */
  text: string;
  /** On the button that does it. */
  label: string;
  style?: ButtonStyle;
  /** Where one goes instead. */
  back: Tap;
  /** Whose credits it moves: they may be told why. */
  owner?: Person;
}

/** On the button of a reason that was written. */
export const OWN_REASON = 'own';

/** Reasons at hand, the likely ones first; `reason-<code>` says each. */
const reasons: Record<OperatorAct['what'], readonly string[]> = {
  grant: ['trouble', 'gift', 'mistake'],
  take: ['mistake', 'misuse'],
  block: ['misuse', 'spam'],
  unblock: ['cleared', 'mistake'],
  refund: ['asked', 'trouble', 'mistake'],
  credit: ['checked', 'trouble'],
  attach: ['in-log'],
  retry: ['not-in-log'],
  release: ['not-in-log', 'asked'],
  'switch-off': ['fails', 'dear', 'trial'],
  'switch-on': ['works', 'mistake'],
  markup: ['prices', 'trial', 'mistake'],
  'new-promo': ['campaign', 'gift'],
  'close-promo': ['over', 'misuse'],
  start: ['news', 'campaign'],
  pause: ['look', 'mistake'],
  resume: ['cleared'],
  cancel: ['mistake', 'over'],
};

export function reasonsFor(act: OperatorAct): readonly string[] {
  return reasons[act.what];
}

/** What is about to be done and why: ready reasons, or the written one on the button that does it. */
export function actScreen(
  voice: Voice,
  { key, act, reason, isTold }: PendingAct,
  question: Question,
): Screen {
  const { text, label, style, back, owner } = question;
  const why = reason === undefined ? voice.html('act-why') : voice.html('act-reason', { reason });
  const told = button(voice.plain(isTold ? 'button-act-told' : 'button-act-untold'), {
    to: 'admin-act-told',
    act: key,
  });
  const ready = reasonsFor(act).map((code) =>
    button(voice.plain(`reason-${code}`), { to: 'admin-act', act: key, reason: code }),
  );
  const own = button(label, { to: 'admin-act', act: key, reason: OWN_REASON }, style);
  return {
    text: `${text}\n\n${why}`,
    keyboard: [
      ...(reason === undefined ? fitted(ready) : [[own]]),
      ...(owner ? [[told]] : []),
      adminRow(voice, back),
    ],
  };
}
