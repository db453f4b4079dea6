import { RegistryError } from './errors.ts';
import type { RegistryFile } from './load.ts';
import type { Model, ModelFilter, Registry, Renamed } from './types.ts';
import { createValidator } from './validate.ts';

/** A registry over checked entries. */
export function createRegistry({ models, renamed, recommended }: RegistryFile): Registry {
  const byId = new Map(models.map((model) => [model.id, model]));
  const validate = createValidator(byId);
  const list = (filter: ModelFilter = {}) => models.filter((model) => matches(model, filter));
  return {
    models,
    renamed,
    get: (id) => byId.get(id),
    find: (id) => find(byId, renamed, id),
    list,
    offered: (filter = {}) =>
      recommendedFirst(
        list({ ...filter, status: 'active' }).filter((model) => !model.needs_earlier_task),
        recommended,
      ),
    validate,
  };
}

/** Recommended models in their own order, then the others as they stand in the file. */
function recommendedFirst(models: readonly Model[], recommended: readonly string[]): readonly Model[] {
  const rank = (model: Model) => {
    const index = recommended.indexOf(model.id);
    return index === -1 ? recommended.length : index;
  };
  return models.toSorted((one, other) => rank(one) - rank(other));
}

function find(byId: ReadonlyMap<string, Model>, renamed: ReadonlyMap<string, Renamed>, id: string): Model {
  const entry = byId.get(id);
  const became = entry === undefined ? renamed.get(id) : undefined;
  if (became?.to === null)
    throw new RegistryError('withdrawn-model', `${id} is withdrawn: ${became.because}`);
  const model = byId.get(entry?.replaced_by ?? became?.to ?? id);
  if (model === undefined) throw new RegistryError('unknown-model', `No model is called ${id.slice(0, 100)}`);
  return model;
}

function matches(model: Model, filter: ModelFilter): boolean {
  if (filter.type !== undefined && model.model_type !== filter.type && !model.also.includes(filter.type))
    return false;
  if (filter.status !== undefined && model.status !== filter.status) return false;
  if (filter.delivers !== undefined && model.delivers !== filter.delivers) return false;
  if (filter.provider !== undefined && model.provider.toLowerCase() !== filter.provider.toLowerCase())
    return false;
  if (filter.text === undefined) return true;
  const searched = `${model.id} ${model.title} ${model.provider}`.toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
