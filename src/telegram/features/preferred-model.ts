import type { FileKind } from '#forms';
import { promptField } from '#forms';
import type { Model, ModelType } from '#registry';
import type { ChatContext } from '../context.ts';
import type { Services } from '../services.ts';

type Slice = Pick<Services, 'registry' | 'catalogue'>;

/** What a wish comes with. */
export interface WishFor {
  type: ModelType;
  file?: FileKind;
  words?: boolean;
}

/** The model for a wish: the one this person used last for such a wish, else the first on offer. */
export function preferredModel(
  { person }: Pick<ChatContext, 'person'>,
  { registry, catalogue }: Slice,
  { type, file, words = false }: WishFor,
): Model | undefined {
  const last = registry.get(person.settings.lastModelIds?.[type] ?? '');
  const fits =
    last &&
    catalogue.isOffered(last) &&
    (file === undefined || catalogue.beginsWith(last, file)) &&
    (!words || promptField(last) !== undefined);
  if (fits) return last;
  return file === undefined ? catalogue.first(type) : catalogue.firstForFile(type, file, words);
}

/** What words make of a file when nothing else was said; undefined where that has to be asked. */
export const WORDS_MEAN: Partial<Record<FileKind, ModelType>> = {
  image: 'image_edit',
  video: 'video_to_video',
};
