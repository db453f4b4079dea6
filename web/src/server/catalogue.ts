import type { Catalogue, CatalogueModel } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { call } from './call.ts';

export const catalogue = createStore<Catalogue | null>(null);

export async function loadCatalogue(): Promise<void> {
  catalogue.set(await call<Catalogue>('/catalogue'));
}

/** Models whose title, vendor, id or purpose holds all words. */
export function searchModels({ models, types }: Catalogue, text: string): CatalogueModel[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map(types.map(({ type, name }) => [type, name.toLowerCase()]));
  return models.filter((model) => {
    const searched =
      `${model.title} ${model.provider} ${model.id} ${names.get(model.type) ?? ''}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
