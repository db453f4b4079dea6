import { choiceName } from '#forms';
import type { Draft } from '#generation';
import type { Choice, FormField, Model } from '#registry';
import { shortCode } from '../short-codes.ts';
import { askText } from './ask.ts';
import { valueText } from './form.ts';
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
  /** A sentence above, e.g. why the last message did not fit; HTML. */
  notice?: string;
}

/** One field of a form: its choices as buttons, or what to send. */
export function fieldScreen(voice: Voice, { model, draft, field, page, notice }: FieldView): Screen {
  const at = { draft: draft.id, revision: draft.revision };
  const blocks = [notice, `<b>${escapeHtml(model.title)}</b>`, askText(voice, field), nowText(voice, field)];
  const rows = choiceRows(voice, draft, field, page);
  const foot = [button(voice.plain('button-back'), { to: 'draft', ...at, view: field.place })];
  if (field.value !== undefined) {
    foot.push(button(voice.plain('form-clear'), { to: 'clear', ...at, field: shortCode(field.name) }));
  }
  return { text: blocks.filter(Boolean).join('\n\n'), keyboard: [...rows, foot] };
}

function nowText(voice: Voice, field: FormField): string {
  if (field.value === undefined || field.choices.length > 0) return '';
  return voice.html('form-now', { value: valueText(voice, field) });
}

function choiceRows(voice: Voice, draft: Draft, field: FormField, page: number) {
  const choices = choicesOf(field);
  const shown = pageOf(choices, page, PAGE_SIZE);
  const current = field.value ?? field.default;
  const buttons = shown.items.map((choice) => {
    const name = choiceName(voice, choice);
    const chosen = choice.value === current;
    return button(chosen ? voice.plain('form-choice-chosen', { value: name }) : name, {
      to: 'choose',
      draft: draft.id,
      revision: draft.revision,
      field: shortCode(field.name),
      value: shortCode(String(choice.value)),
    });
  });
  const longest = Math.max(0, ...shown.items.map((choice) => choiceName(voice, choice).length));
  const at = { draft: draft.id, revision: draft.revision, field: shortCode(field.name) };
  return [
    ...inRows(buttons, longest <= 7 ? 4 : longest <= 16 ? 2 : 1),
    ...pageRow(voice, shown.page, shown.pages, (to) => ({ to: 'field', ...at, page: to })),
  ];
}

const MOST_NUMBER_BUTTONS = 16;

/** The allowed values of a field; a short range of numbers is a choice as well. */
export function choicesOf(field: FormField): readonly Choice[] {
  if (field.field.type === 'array') return [];
  if (field.choices.length > 0) return field.choices;
  const { min, max, step = 1, type } = field.field;
  if (field.control !== 'number' || type !== 'integer' || min === undefined || max === undefined) return [];
  const count = Math.floor((max - min) / step) + 1;
  if (count > MOST_NUMBER_BUTTONS) return [];
  return Array.from({ length: count }, (_, index) => {
    const value = min + index * step;
    return { value, label: String(value) };
  });
}
