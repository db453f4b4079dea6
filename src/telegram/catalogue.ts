import { createOffer, type FileKind, type Offer, type OfferedModel } from '#forms';
import { type Terms, underTerms } from '#pricing';
import type { ModelType, Registry } from '#registry';
import type { ModelRow } from './render/models.ts';
import type { ModelCodes } from './short-codes.ts';

/** What is for sale, each model with the code that its button carries. */
export interface Catalogue extends Omit<Offer, 'all' | 'rows' | 'search' | 'toolsForFile' | 'followUps'> {
  /** Models of a type; those that cannot be had are listed only where nothing else is. */
  rows(type: ModelType): readonly ModelRow[];
  /** Models whose id, title or provider holds all words of the text. */
  search(text: string): readonly ModelRow[];
  /** Everything that can be had, the recommended first. */
  everything(): readonly ModelRow[];
  /** The named models that can be had, in this order. */
  rowsOf(modelIds: readonly string[]): readonly ModelRow[];
  /** Models that go on from a result of this one. */
  followUps(modelId: string): readonly (ModelRow & OfferedModel)[];
  /** Models that need nothing but such a file. */
  toolsForFile(kind: FileKind): readonly ModelRow[];
}

export function createCatalogue(registry: Registry, codes: ModelCodes, terms: () => Terms): Catalogue {
  const offer = createOffer(registry, terms);
  const coded = (rows: ReturnType<Offer['rows']>) =>
    rows.map((row) => ({ ...row, code: codes.codeOf(row.model.id) }));
  const lists = underTerms(terms, () => ({
    byType: new Map(offer.types().map(({ type }) => [type, coded(offer.rows(type))])),
    all: coded(offer.all()),
  }));
  return {
    ...offer,
    rows: (type) => lists().byType.get(type) ?? [],
    search: (text) => coded(offer.search(text)),
    everything: () => lists().all,
    rowsOf: (modelIds) => modelIds.flatMap((id) => lists().all.find((row) => row.model.id === id) ?? []),
    followUps: (modelId) => coded(offer.followUps(modelId)),
    toolsForFile: (kind) => coded(offer.toolsForFile(kind)),
  };
}
