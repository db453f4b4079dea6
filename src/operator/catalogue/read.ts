import { type CatalogueModel, type KieClient, UnknownModelError } from '#kie';
import { type PublishedFields, type PublishedModel, publishedFields, type Registry } from '#registry';

/** What of the client is asked for the catalogue; it lets one request per second through. */
export type CatalogueSource = Pick<KieClient, 'listModels' | 'modelSchema' | 'modelPrice'>;

type Call = { signal?: AbortSignal };

export interface ReadOptions {
  /** Ids to read the fields of; all that the registry knows as active, when left out. */
  readonly only?: readonly string[] | undefined;
  /** Told before each model that is read. */
  readonly onModel?: (id: string, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * kie.ai's catalogue as far as the registry is to be held against it. The list names every model and most prices in
 * one request; each schema is one more.
 */
export async function readCatalogue(
  kie: CatalogueSource,
  registry: Registry,
  { only, onModel, signal }: ReadOptions = {},
): Promise<PublishedModel[]> {
  const call = signal === undefined ? {} : { signal };
  const listed = await listCatalogue(kie, call);
  const wanted = listed.filter(({ id }) => (only ? only.includes(id) : isCompared(registry, id)));
  const read = new Map<string, PublishedModel>();
  for (const [done, model] of wanted.entries()) {
    onModel?.(model.id, done, wanted.length);
    read.set(model.id, await readModel(kie, model, call));
  }
  return listed.map((model) => read.get(model.id) ?? model);
}

/** Every model that kie.ai names, without its fields. */
export async function listCatalogue(kie: CatalogueSource, call: Call): Promise<PublishedModel[]> {
  return (await kie.listModels({}, call)).map(inShort);
}

/** Whether a model's fields are held against the registry's. */
export function isCompared(registry: Registry, id: string): boolean {
  return registry.get(id)?.status === 'active';
}

/** A model of the list with its fields, and with its price where the list has none: one or two requests. */
export async function readModel(
  kie: CatalogueSource,
  listed: PublishedModel,
  call: Call,
): Promise<PublishedModel> {
  const fields = await readFields(kie, listed.id, call);
  return { ...listed, fields, price: listed.price || (await kie.modelPrice(listed.id, call)) };
}

/** Null also when the list names a model that the schemas do not know. */
async function readFields(kie: CatalogueSource, id: string, call: Call): Promise<PublishedFields | null> {
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
