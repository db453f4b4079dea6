import type { Generation } from '#generation';
import type { Model } from '#registry';
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

/** The ids by which a model of the same family finds the earlier task and its track. */
export function referencesTo(
  model: Model,
  { taskId, result }: Earlier,
  index: number,
): Record<string, unknown> {
  const ids: Partial<Record<string, string | undefined>> = {
    task: taskId ?? undefined,
    track: result?.media[index]?.trackId,
  };
  return Object.fromEntries(
    Object.entries(model.input).flatMap(([name, { refers_to: what }]) => {
      const id = what === undefined ? undefined : ids[what];
      return id === undefined ? [] : [[name, id]];
    }),
  );
}
