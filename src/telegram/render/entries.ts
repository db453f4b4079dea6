import { fieldName, mediaOf } from '#forms';
import type { Draft } from '#generation';
import type { FormField, Model } from '#registry';
import { entriesOf, entrySchema, hasRoom, partField } from '../entries.ts';
import { shortCode } from '../short-codes.ts';
import { askText } from './ask.ts';
import { valueText } from './form.ts';
import { homeButton } from './home.ts';
import { escapeHtml, oneLine } from './html.ts';
import { button, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const ENTRIES_SHOWN = 40;

interface EntriesView {
  model: Model;
  draft: Draft;
  field: FormField;
  notice?: string;
}

/** A list of lines, shots or the like: each can be opened, and one more added. */
export function entriesScreen(voice: Voice, { model, draft, field, notice }: EntriesView): Screen {
  const at = { draft: draft.id, revision: draft.revision };
  const code = shortCode(field.name);
  const entries = entriesOf(field);
  const rows = entries
    .slice(0, ENTRIES_SHOWN)
    .map((_entry, index) => [
      button(entryLabel(voice, field, index), { to: 'entry', ...at, field: code, index }),
    ]);
  const add = hasRoom(field) && entries.length < ENTRIES_SHOWN;
  return {
    text: [notice, head(voice, model, field), askText(voice, field)].filter(Boolean).join('\n\n'),
    keyboard: [
      ...rows,
      ...(add ? [[button(voice.plain('button-add-entry'), { to: 'entry-add', ...at, field: code })]] : []),
      [button(voice.plain('button-back'), { to: 'draft', ...at, view: field.place }), homeButton(voice)],
    ],
  };
}

function head(voice: Voice, model: Model, field: FormField): string {
  return `<b>${escapeHtml(model.title)}</b> · ${escapeHtml(fieldName(voice, field))}`;
}

/** The words of an entry, or whatever else it says first. */
function entryLabel(voice: Voice, field: FormField, index: number): string {
  const parts = Object.keys(entrySchema(field)?.properties ?? {}).flatMap((name) => {
    const part = partField(field, index, name);
    return part?.value === undefined ? [] : [oneLine(valueText(voice, part), 30)];
  });
  return `${index + 1}. ${parts.join(' · ') || '—'}`;
}

export interface EntryView extends EntriesView {
  index: number;
}

/** One entry: a button for each of its parts. */
export function entryScreen(voice: Voice, { model, draft, field, index, notice }: EntryView): Screen {
  const at = { draft: draft.id, revision: draft.revision, field: shortCode(field.name), index };
  const parts = Object.keys(entrySchema(field)?.properties ?? {}).flatMap(
    (name) => partField(field, index, name) ?? [],
  );
  const lines = parts
    .filter((part) => part.value !== undefined || part.required)
    .map((part) =>
      part.value === undefined
        ? voice.html('form-line-empty', { field: fieldName(voice, part) })
        : voice.html('form-line', { field: fieldName(voice, part), value: valueText(voice, part) }),
    );
  const buttons = parts.map((part) =>
    button(partLabel(voice, part), { to: 'part', ...at, part: shortCode(part.name), page: 0 }),
  );
  const back = button(voice.plain('button-back'), { to: 'field', ...at, page: 0 });
  const drop = button(voice.plain('button-drop-entry'), { to: 'entry-drop', ...at });
  const title = `${head(voice, model, field)} ${index + 1}`;
  return {
    text: [notice, title, lines.join('\n'), voice.html('entry-how')].filter(Boolean).join('\n\n'),
    keyboard: [...inRows(buttons, 2), [back, drop, homeButton(voice)]],
  };
}

function partLabel(voice: Voice, part: FormField): string {
  const name = fieldName(voice, part);
  if (part.value === undefined && part.default === undefined)
    return part.required ? `✍️ ${name}` : voice.plain('form-button-empty', { field: name });
  return voice.plain('form-button', { field: name, value: oneLine(valueText(voice, part), 24) });
}

/** Single files out of a list of them, to be taken away. */
export function fileRows(voice: Voice, draft: Draft, field: FormField) {
  const { value } = field;
  if (!mediaOf(field.field) || !Array.isArray(value) || value.length < 2) return [];
  const buttons = value.map((_file, index) =>
    button(voice.plain('button-drop-file', { number: index + 1 }), {
      to: 'entry-drop',
      draft: draft.id,
      revision: draft.revision,
      field: shortCode(field.name),
      index,
    }),
  );
  return inRows(buttons, 4);
}
