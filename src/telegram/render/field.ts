import { choiceName, fieldAbout, fieldName } from '#forms';
import type { Draft } from '#generation';
import type { Choice, FormField, Model } from '#registry';
import type { Tap } from '../callback-data.ts';
import { shortCode } from '../short-codes.ts';
import { askText } from './ask.ts';
import { fileRows } from './entries.ts';
import { valueText } from './form.ts';
import { homeButton } from './home.ts';
import { escapeHtml } from './html.ts';
import { pageRow } from './models.ts';
import { button, inRows, pageOf, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const PAGE_SIZE = 24;

export interface FieldView {
  model: Model;
  draft: Draft;
  field: FormField;
  page: number;
  /** The entry that the field is a part of: the list's API name and the entry from 0. */
  within?: { field: string; index: number };
  /** A sentence above, e.g. why the last message did not fit; HTML. */
  notice?: string;
}

/** One field of a form: what it is, its choices as buttons, or what to send. */
export function fieldScreen(voice: Voice, view: FieldView): Screen {
  const { model, draft, field, notice } = view;
  const head = `<b>${escapeHtml(model.title)}</b> · ${escapeHtml(fieldName(voice, field))}`;
  const blocks = [notice, head, aboutText(voice, field), askText(voice, field), nowText(voice, field)];
  const taps = tapsOf(view);
  const foot = [button(voice.plain('button-back'), taps.back)];
  if (field.value !== undefined) foot.push(button(voice.plain('form-clear'), taps.clear));
  foot.push(homeButton(voice));
  return {
    text: blocks.filter(Boolean).join('\n\n'),
    keyboard: [...choiceRows(voice, view, taps), ...fileRows(voice, draft, field), foot],
  };
}

/** What the setting does, in a sentence. */
function aboutText(voice: Voice, field: FormField): string {
  const about = fieldAbout(voice, field);
  return about === undefined ? '' : `<i>${escapeHtml(about)}</i>`;
}

function nowText(voice: Voice, field: FormField): string {
  if (field.value === undefined || field.choices.length > 0) return '';
  return voice.html('form-now', { value: valueText(voice, field) });
}

interface Taps {
  choose(value: string): Tap;
  page(page: number): Tap;
  back: Tap;
  clear: Tap;
}

function tapsOf({ draft, field, within }: FieldView): Taps {
  const at = { draft: draft.id, revision: draft.revision };
  const code = shortCode(field.name);
  if (within) {
    const place = { ...at, field: shortCode(within.field), index: within.index };
    return {
      choose: (value) => ({ to: 'part-choose', ...place, part: code, value }),
      page: (page) => ({ to: 'part', ...place, part: code, page }),
      back: { to: 'entry', ...place },
      clear: { to: 'part-clear', ...place, part: code },
    };
  }
  return {
    choose: (value) => ({ to: 'choose', ...at, field: code, value }),
    page: (page) => ({ to: 'field', ...at, field: code, page }),
    back: { to: 'draft', ...at, view: field.place },
    clear: { to: 'clear', ...at, field: code },
  };
}

function choiceRows(voice: Voice, { field, page }: FieldView, taps: Taps) {
  const shown = pageOf(choicesOf(field), page, PAGE_SIZE);
  const current = field.value ?? field.default;
  const buttons = shown.items.map((choice) => {
    const name = choiceName(voice, choice, field);
    const chosen = choice.value === current;
    return button(
      chosen ? voice.plain('form-choice-chosen', { value: name }) : name,
      taps.choose(shortCode(String(choice.value))),
    );
  });
  const lengths = shown.items.map((choice) => choiceName(voice, choice, field).length);
  return [...inRows(buttons, columnsFor(lengths)), ...pageRow(voice, shown.page, shown.pages, taps.page)];
}

/** As many names side by side as can mostly be read on a phone. */
function columnsFor(lengths: readonly number[]): number {
  const fit = (limit: number) => lengths.filter((length) => length <= limit).length;
  if (fit(7) === lengths.length) return 4;
  return fit(16) >= lengths.length * 0.8 ? 2 : 1;
}

const MOST_NUMBER_BUTTONS = 16;
const STEPS_OF_A_RANGE = 8;

/** The allowed values of a field; a short range of numbers is a choice as well, of a long one some values are offered. */
export function choicesOf(field: FormField): readonly Choice[] {
  if (field.field.type === 'array') return [];
  if (field.choices.length > 0) return field.choices;
  const { min, max, type } = field.field;
  if (field.control !== 'number' || min === undefined || max === undefined || /^seeds?$/.test(field.name))
    return [];
  const step = field.field.step ?? (type === 'integer' ? 1 : (max - min) / STEPS_OF_A_RANGE);
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  const stride = count > MOST_NUMBER_BUTTONS ? step * Math.ceil(count / STEPS_OF_A_RANGE) : step;
  const values = Array.from({ length: Math.floor((max - min) / stride + 1e-9) + 1 }, (_, index) =>
    Number((min + index * stride).toFixed(4)),
  );
  return [...new Set([...values, max])].map((value) => ({ value, label: String(value) }));
}

/** Whether the buttons are all there is; otherwise a message gives the value as well. */
export function isOnlyTapped(field: FormField): boolean {
  return field.choices.length > 0 && field.field.type !== 'array';
}
