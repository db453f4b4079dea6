import { typeName } from '#forms';
import type { Draft } from '#generation';
import type { Model } from '#registry';
import { homeButton } from './home.ts';
import { listedLabel, type ModelRow, pageRow } from './models.ts';
import { button, pageOf, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const PAGE_SIZE = 8;

export interface OtherModelsView {
  draft: Draft;
  model: Model;
  rows: readonly ModelRow[];
  page: number;
  facts: Parameters<typeof listedLabel>[2];
}

/** Other models for the same wish; what is filled in goes along. */
export function otherModelsScreen(
  voice: Voice,
  { draft, model, rows, page, facts }: OtherModelsView,
): Screen {
  const at = { draft: draft.id, revision: draft.revision };
  const shown = pageOf(rows, page, PAGE_SIZE);
  const keyboard = shown.items.map((row) => {
    const label = listedLabel(voice, row, facts);
    const chosen = row.model.id === model.id;
    return [
      button(chosen ? voice.plain('form-choice-chosen', { value: label }) : label, {
        to: 'change-model',
        ...at,
        model: row.code,
      }),
    ];
  });
  keyboard.push(
    ...pageRow(voice, shown.page, shown.pages, (to) => ({ to: 'other-models', ...at, page: to })),
  );
  keyboard.push([
    button(voice.plain('button-back'), { to: 'draft', ...at, view: 'main' }),
    homeButton(voice),
  ]);
  return { text: voice.html('models-of-type', { type: typeName(voice, model.model_type) }), keyboard };
}
