import type { InlineKeyboardButton } from 'grammy/types';
import type { Broadcast } from '#operator';
import { adminRow } from './admin.ts';
import { oneLine, quotation } from './html.ts';
import { button, fitted, rowText, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** Activity that can be chosen, in days; 0: everybody. */
const DAYS = [0, 7, 30];

export function broadcastsScreen(voice: Voice, broadcasts: readonly Broadcast[]): Screen {
  const rows = broadcasts.map(({ id, state, text }) => {
    const named = voice.plain(`admin-broadcast-state-${state}`);
    const label = rowText(oneLine(text, 60), (words) =>
      voice.plain('admin-broadcast-row', { state: named, text: words }),
    );
    return [button(label, { to: 'admin-broadcast', broadcast: id })];
  });
  const none = broadcasts.length === 0 ? `\n\n${voice.html('admin-broadcasts-none')}` : '';
  const anew = button(voice.plain('button-admin-broadcast-new'), { to: 'admin-ask', about: 'broadcast' });
  return { text: voice.html('admin-broadcasts') + none, keyboard: [[anew], ...rows, adminRow(voice)] };
}

/** One broadcast: its words, whom it goes to, how far it is, and what can be done now. */
export function broadcastScreen(
  voice: Voice,
  broadcast: Broadcast,
  { reach, locales }: { reach: number; locales: readonly { id: string; name: string }[] },
): Screen {
  const { id, state, text, locale, activeDays, total, sent, gone, failed, unsure } = broadcast;
  const lines = [
    quotation(text, 1500),
    voice.html(`admin-broadcast-state-${state}`),
    voice.html('admin-broadcast-to', {
      locale: locales.find((known) => known.id === locale)?.name ?? voice.plain('admin-broadcast-everybody'),
      activity: activityName(voice, activeDays ?? 0),
    }),
    state === 'draft'
      ? voice.html('admin-broadcast-reach', { count: reach })
      : voice.html('admin-broadcast-counts', { total, sent, gone, failed, unsure }),
  ];
  const act = (how: 'preview' | 'start' | 'pause' | 'resume' | 'cancel') =>
    button(
      voice.plain(`button-admin-broadcast-${how}`, { count: reach }),
      { to: 'admin-broadcast-do', broadcast: id, how },
      how === 'start' ? 'success' : how === 'cancel' ? 'danger' : undefined,
    );
  const ways: Record<Broadcast['state'], InlineKeyboardButton[][]> = {
    draft: [...audienceRows(voice, broadcast, locales), [act('preview')], [act('start')], [act('cancel')]],
    running: fitted([act('pause'), act('cancel')]),
    paused: fitted([act('resume'), act('cancel')]),
    cancelled: [],
    done: [],
  };
  const refresh = button(voice.plain('button-refresh'), { to: 'admin-broadcast', broadcast: id });
  return {
    text: lines.join('\n'),
    keyboard: [
      ...ways[state],
      ...(state === 'running' ? [[refresh]] : []),
      adminRow(voice, { to: 'admin-broadcasts' }),
    ],
  };
}

function audienceRows(
  voice: Voice,
  { id, locale, activeDays }: Broadcast,
  locales: readonly { id: string; name: string }[],
): InlineKeyboardButton[][] {
  const chosen = (is: boolean, value: string) => (is ? voice.plain('form-choice-chosen', { value }) : value);
  const to = (toLocale: string, days: number) =>
    ({ to: 'admin-audience', broadcast: id, locale: toLocale, days }) as const;
  const all = { id: 'all', name: voice.plain('admin-broadcast-everybody') };
  const languages = [all, ...locales].map((known) =>
    button(chosen(known.id === (locale ?? 'all'), known.name), to(known.id, activeDays ?? 0)),
  );
  const activity = DAYS.map((days) =>
    button(chosen(days === (activeDays ?? 0), activityName(voice, days)), to(locale ?? 'all', days)),
  );
  return [...fitted(languages), ...fitted(activity)];
}

function activityName(voice: Voice, days: number): string {
  return days === 0 ? voice.plain('admin-broadcast-always') : voice.plain('admin-broadcast-days', { days });
}
