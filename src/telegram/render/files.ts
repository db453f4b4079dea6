import { type TypeCount, typeName } from '#forms';
import type { FileSet } from '../file-sets.ts';
import { oneLine, quotation } from './html.ts';
import { homeButton } from './models.ts';
import { button, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** Asks what to do with files that came without a form; only what a model on offer can do. */
export function filesScreen(
  voice: Voice,
  set: Pick<FileSet, 'id' | 'kind' | 'attachment_ids' | 'caption'>,
  types: readonly TypeCount[],
): Screen {
  if (types.length === 0) return { text: voice.html('file-no-action'), keyboard: [[homeButton(voice)]] };
  const lines = [voice.html(`files-what-to-do-${set.kind}`, { count: set.attachment_ids.length })];
  if (set.caption !== null) lines.push(quotation(oneLine(set.caption, 300), 300));
  const buttons = types.map(({ type }) =>
    button(typeName(voice, type), { to: 'use-files', files: set.id, type }),
  );
  return { text: lines.join('\n\n'), keyboard: [...inRows(buttons, 2), [homeButton(voice)]] };
}
