import type { InlineKeyboardButton } from 'grammy/types';
import { choiceName, type FormState, fieldName, mediaOf, modelIcon, problemText, typeName } from '#forms';
import type { Draft } from '#generation';
import type { FormField, Problem } from '#registry';
import { shortCode } from '../short-codes.ts';
import { askText } from './ask.ts';
import { homeButton } from './home.ts';
import { escapeHtml, oneLine, quotation } from './html.ts';
import { button, fitted, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const PROMPT_SHOWN = 1200;
const VALUE_SHOWN = 80;
const LINES_SHOWN = 20;
const PROBLEMS_SHOWN = 5;

export interface FormView extends Omit<FormState, 'input'> {
  draft: Draft;
  /** Credits the person can spend now. */
  available: number;
  view: 'main' | 'more';
  isFavourite?: boolean;
  /** A sentence above everything, e.g. why the last message did not fit; HTML. */
  notice?: string;
}

/** The form of a model: what is filled in, what is wrong, what it costs, and a button for each setting. */
export function formScreen(voice: Voice, view: FormView): Screen {
  const blocks = [
    view.notice,
    `${modelIcon(view.model)} <b>${escapeHtml(view.model.title)}</b> · ${escapeHtml(typeName(voice, view.model.model_type))}`,
    valueLines(voice, view).join('\n'),
    problemLines(voice, view).join('\n'),
    priceLine(voice, view),
    nextLine(voice, view),
  ];
  return { text: blocks.filter(Boolean).join('\n\n'), keyboard: formKeyboard(voice, view) };
}

function valueLines(voice: Voice, { fields }: FormView): string[] {
  const shown = fields.filter((field) => field.value !== undefined || field.required).slice(0, LINES_SHOWN);
  return shown.map((field) => valueLine(voice, field));
}

function valueLine(voice: Voice, field: FormField): string {
  const name = fieldName(voice, field);
  if (field.value === undefined && field.default === undefined)
    return voice.html('form-line-empty', { field: name });
  if (field.field.role === 'prompt' && typeof field.value === 'string') {
    return `${voice.html('form-line-text', { field: name })}\n${quotation(field.value, PROMPT_SHOWN)}`;
  }
  return voice.html('form-line', { field: name, value: valueText(voice, field) });
}

/** The field's value in words, on one line. */
export function valueText(voice: Voice, field: FormField): string {
  const value = field.value ?? field.default;
  if (mediaOf(field.field))
    return voice.plain('form-files-count', { count: Array.isArray(value) ? value.length : 1 });
  const choice = field.choices.find((candidate) => candidate.value === value);
  if (choice) return choiceName(voice, choice, field);
  if (typeof value === 'boolean') return voice.plain(value ? 'yes' : 'no');
  if (Array.isArray(value)) return voice.plain('form-entries-count', { count: value.length });
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return oneLine(text ?? '', VALUE_SHOWN);
}

function problemLines(voice: Voice, { problems, fields }: FormView): string[] {
  const missing = fields.filter((field) => field.required && isMissing(field, problems));
  const wrong = problems.filter((problem) => problem.code !== 'required').slice(0, PROBLEMS_SHOWN);
  const lines = wrong.map((problem) =>
    voice.html('form-problem', { problem: problemText(voice, fields, problem) }),
  );
  if (missing.length > 0) {
    const names = missing.map((field) => fieldName(voice, field)).join(', ');
    lines.push(voice.html('form-required-left', { fields: names }));
  }
  return lines;
}

function isMissing(field: FormField, problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.code === 'required' && problem.field === field.name);
}

function priceLine(voice: Voice, { price, available }: FormView): string {
  if (price.kind === 'incomplete') return voice.html('form-price-unknown');
  if (price.kind === 'needs-measure') return voice.html('form-price-needs-measure');
  if (price.kind === 'not-for-sale') return voice.html('form-not-for-sale');
  const { credits, atMost, free } = price;
  if (free) return voice.html('form-price-free', { ...free, balance: available });
  const line =
    credits <= available
      ? voice.html('form-price', { price: credits, balance: available })
      : voice.html('form-price-short', { price: credits, balance: available, missing: credits - available });
  return atMost ? `${line}\n${voice.html('form-price-at-most')}` : line;
}

function nextLine(voice: Voice, { question, fields, draft, price }: FormView): string {
  const awaited =
    question ?? fields.find((field) => field.name === draft.awaiting && field.value === undefined);
  if (awaited) return askText(voice, awaited);
  return price.kind === 'priced' ? voice.html('form-ready') : '';
}

function formKeyboard(voice: Voice, view: FormView): InlineKeyboardButton[][] {
  const { draft, fields } = view;
  const at = { draft: draft.id, revision: draft.revision };
  const first = new Set(firstOf(fields));
  const shown = fields.filter((field) => view.view === 'more' || first.has(field));
  const rows = inRows(
    shown.map((field) => fieldButton(voice, view, field)),
    2,
  );
  if (view.view === 'more') {
    const star = voice.plain(view.isFavourite ? 'favourite-remove' : 'favourite-add');
    const keep = button(voice.plain('button-save-preset'), { to: 'save-preset', ...at });
    rows.push(...fitted([button(star, { to: 'favourite', ...at }), keep]));
    rows.push([button(voice.plain('form-less'), { to: 'draft', ...at, view: 'main' })]);
  } else rows.push([button(voice.plain('form-more'), { to: 'draft', ...at, view: 'more' })]);
  rows.push([confirmButton(voice, view)]);
  const foot = [
    button(voice.plain('button-other-model'), { to: 'other-models', ...at, page: 0 }),
    button(voice.plain('button-cancel'), { to: 'cancel-draft', ...at }),
    homeButton(voice),
  ];
  return [...rows, ...fitted(foot)];
}

const FIRST_AT_MOST = 8;

/** What stands at once: everything that has to be given, and what matters most of the rest. */
function firstOf(fields: readonly FormField[]): FormField[] {
  const main = fields.filter((field) => field.place === 'main' || field.required);
  return main.filter(
    (field, index) => field.required || field.field.role !== undefined || index < FIRST_AT_MOST,
  );
}

function fieldButton(voice: Voice, { draft, view }: FormView, field: FormField): InlineKeyboardButton {
  const at = { draft: draft.id, revision: draft.revision, field: shortCode(field.name) };
  const name = fieldName(voice, field);
  if (field.control === 'switch') {
    const on = (field.value ?? field.default) === true;
    return button(voice.plain(on ? 'form-switch-on' : 'form-switch-off', { field: name }), {
      to: 'toggle',
      ...at,
      view,
    });
  }
  const empty = field.value === undefined && field.default === undefined;
  const label =
    empty || field.field.role === 'prompt'
      ? voice.plain('form-button-empty', { field: name })
      : voice.plain('form-button', { field: name, value: oneLine(valueText(voice, field), 24) });
  return button(label, { to: 'field', ...at, page: 0 });
}

export function confirmButton(voice: Voice, { draft, question, price }: FormView): InlineKeyboardButton {
  const at = { draft: draft.id, revision: draft.revision };
  if (question) {
    const label = voice.plain('form-fill-next', { field: fieldName(voice, question) });
    return button(label, { to: 'field', ...at, field: shortCode(question.name), page: 0 }, 'primary');
  }
  const credits = price.kind === 'priced' ? price.credits : 0;
  if (price.kind === 'priced' && price.free) {
    const label = voice.plain('form-generate-free', { ...price.free });
    return button(label, { to: 'generate-free', ...at, credits }, 'success');
  }
  const label =
    price.kind === 'priced'
      ? voice.plain('form-generate', { price: credits })
      : voice.plain('form-generate-unpriced');
  return button(label, { to: 'generate', ...at, credits }, price.kind === 'priced' ? 'success' : undefined);
}
