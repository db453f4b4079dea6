import { referencesTo } from '#forms';
import type { Generation } from '#generation';
import type { Catalogue } from '../catalogue.ts';
import type { ModelRow } from '../render/models.ts';

type Earlier = Pick<Generation, 'modelId' | 'taskId' | 'result'>;

/** Models that can go on from this file: whatever they require of the earlier task has to be known. */
export function followUpsOf(
  catalogue: Pick<Catalogue, 'followUps'>,
  earlier: Earlier,
  index: number,
): readonly ModelRow[] {
  return catalogue.followUps(earlier.modelId).filter(({ model }) => {
    const known = referencesTo(model, earlier, index);
    return Object.entries(model.input).every(
      ([name, { refers_to: what, required }]) => what === undefined || required !== true || name in known,
    );
  });
}
