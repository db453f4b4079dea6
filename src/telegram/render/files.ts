import { type TypeCount, typeName } from '#forms';
import type { FileSet } from '../file-sets.ts';
import { homeButton } from './home.ts';
import { oneLine, quotation } from './html.ts';
import { type ModelRow, rowLabel } from './models.ts';
import { button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** Asks what to do with files that came without a form; only what a model on offer can do. */
export function filesScreen(
  voice: Voice,
  set: Pick<FileSet, 'id' | 'kind' | 'attachment_ids' | 'caption'>,
  types: readonly TypeCount[],
  tools: readonly ModelRow[],
): Screen {
  if (types.length + tools.length === 0)
    return { text: voice.html('file-no-action'), keyboard: [[homeButton(voice)]] };
  const lines = [voice.html(`files-what-to-do-${set.kind}`, { count: set.attachment_ids.length })];
  if (set.caption !== null) lines.push(quotation(oneLine(set.caption, 300), 300));
  const buttons = types.map(({ type }) =>
    button(typeName(voice, type), { to: 'use-files', files: set.id, type }),
  );
  const direct = tools.map((row) => [
    button(rowLabel(voice, row), { to: 'use-tool', files: set.id, model: row.code }),
  ]);
  return { text: lines.join('\n\n'), keyboard: [...fitted(buttons), ...direct, [homeButton(voice)]] };
}
