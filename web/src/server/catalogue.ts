import type { Catalogue, CatalogueModel } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { reach, read } from './call.ts';

export const catalogue = createStore<Catalogue | null>(null);
/** Why it is not there yet. */
export const catalogueTrouble = createStore<string | null>(null);

export async function loadCatalogue(locale: string): Promise<void> {
  catalogue.set(await read<Catalogue>(await reach(`/catalogue/${locale}`)));
}

/** What is searched of each model, in small letters: made once, not at every key. */
const searched = new WeakMap<CatalogueModel, string>();

/** Models whose title, vendor, id or purposes hold all words. */
export function searchModels({ models, types }: Catalogue, text: string): CatalogueModel[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map(types.map(({ type, name }) => [type, name]));
  return models.filter((model) => {
    const known = searched.get(model) ?? textOf(model, names);
    searched.set(model, known);
    return words.every((word) => known.includes(word));
  });
}

function textOf(model: CatalogueModel, names: ReadonlyMap<string, string>): string {
  const purposes = model.types.map((type) => names.get(type) ?? '');
  return [model.title, model.provider, model.id, ...purposes].join(' ').toLowerCase();
}
