import { type CatalogueModel, type KieClient, UnknownModelError } from '#kie';
import { type PublishedFields, type PublishedModel, publishedFields, type Registry } from '#registry';

export interface ReadOptions {
  /** Ids to read the fields of; all that the registry knows as active, when left out. */
  readonly only?: readonly string[] | undefined;
  /** Told before each model that is read. */
  readonly onModel?: (id: string, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * kie.ai's catalogue as far as the registry is to be held against it. The list names every model and most prices in
 * one request; each schema is one more, and the client lets one request per second through.
 */
export async function readCatalogue(
  kie: KieClient,
  registry: Registry,
  { only, onModel, signal }: ReadOptions = {},
): Promise<PublishedModel[]> {
  const call = signal === undefined ? {} : { signal };
  const listed = await kie.listModels({}, call);
  const compared = (id: string) => (only ? only.includes(id) : registry.get(id)?.status === 'active');
  const wanted = listed.filter(({ model }) => compared(model));
  const read = new Map<string, PublishedModel>();
  for (const [done, model] of wanted.entries()) {
    onModel?.(model.model, done, wanted.length);
    read.set(model.model, await readModel(kie, model, call));
  }
  return listed.map((model) => read.get(model.model) ?? inShort(model));
}

async function readModel(
  kie: KieClient,
  listed: CatalogueModel,
  call: { signal?: AbortSignal },
): Promise<PublishedModel> {
  const fields = await readFields(kie, listed.model, call);
  const price = listed.pricingDesc || (await kie.modelPrice(listed.model, call));
  return { ...inShort(listed), fields, price };
}

/** Null also when the list names a model that the schemas do not know. */
async function readFields(
  kie: KieClient,
  id: string,
  call: { signal?: AbortSignal },
): Promise<PublishedFields | null> {
  try {
    return publishedFields(await kie.modelSchema(id, call));
  } catch (error) {
    if (error instanceof UnknownModelError) return null;
    throw error;
  }
}

function inShort({ model: id, title, provider, taskTypes, pricingDesc }: CatalogueModel): PublishedModel {
  return { id, title, provider, taskTypes, price: pricingDesc, fields: null };
}
