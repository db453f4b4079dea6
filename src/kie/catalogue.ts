/** What kie.ai says about its models. All four share a budget of one request per second (facts: catalogue). */
import { isObject, type JsonObject, toNumber, toText } from './coerce.ts';
import { InvalidInputError } from './errors.ts';
import type { Limiter } from './limiter.ts';
import type { Requester } from './request.ts';
import type { CallOptions } from './types.ts';
import { errorForData } from './wire.ts';

export interface ModelFilter {
  /** e.g. `Text to Video`; several are joined by "or". */
  taskType?: string | readonly string[] | undefined;
  provider?: string | undefined;
  q?: string | undefined;
}

export interface CatalogueModel {
  model: string;
  slug: string | null;
  title: string | null;
  provider: string | null;
  taskTypes: string[];
  description: string | null;
  /** Prose, e.g. `480p: 1.75 credits/s ($0.00875) no audio, …`. */
  pricingDesc: string | null;
  raw: unknown;
}

/** One stretch of ten minutes; rates are percentages, null without traffic. */
export interface SuccessRatePoint {
  start: string | null;
  end: string | null;
  successRate: number | null;
  errorRate: number | null;
  isNormal: boolean | null;
}

export interface CatalogueParts {
  request: Requester;
  base: string;
  limiter: Limiter;
}

const MODELS_PATH = '/api/v1/models';

export type Catalogue = ReturnType<typeof createCatalogue>;

export function createCatalogue({ request, base, limiter }: CatalogueParts) {
  async function get(path: string, options: CallOptions, query?: URLSearchParams): Promise<JsonObject> {
    const turn = (signal?: AbortSignal) => limiter.acquire(signal);
    const { data } = await request({
      method: 'GET',
      base,
      path,
      turn,
      ...(query ? { query } : {}),
      ...options,
    });
    if (isObject(data)) return data;
    throw errorForData(data, { method: 'GET', path });
  }

  /** The models of the catalogue, chat models included; no paging. */
  async function listModels(filter: ModelFilter = {}, options: CallOptions = {}): Promise<CatalogueModel[]> {
    const { models } = await get(MODELS_PATH, options, filterQuery(filter));
    return Array.isArray(models) ? models.filter(isObject).map(readModel) : [];
  }

  /** The model's OpenAPI document as it is, or null when kie.ai has none. `UnknownModelError` for an unknown id. */
  async function modelSchema(model: string, options: CallOptions = {}): Promise<JsonObject | null> {
    const { openapi } = await get(modelPath(model, 'schema'), options);
    return isObject(openapi) ? openapi : null;
  }

  /** The model's price as prose, or null. */
  async function modelPrice(model: string, options: CallOptions = {}): Promise<string | null> {
    return toText((await get(modelPath(model, 'price'), options)).pricingDesc);
  }

  /** The last day in steps of ten minutes; empty when the model is not monitored. */
  async function modelSuccessRate(model: string, options: CallOptions = {}): Promise<SuccessRatePoint[]> {
    const { points } = await get(modelPath(model, 'success-rate'), options);
    return Array.isArray(points) ? points.filter(isObject).map(readPoint) : [];
  }

  return { listModels, modelSchema, modelPrice, modelSuccessRate };
}

function filterQuery({ taskType, provider, q }: ModelFilter): URLSearchParams | undefined {
  const query = new URLSearchParams();
  if (taskType !== undefined)
    query.set('taskType', typeof taskType === 'string' ? taskType : taskType.join(','));
  if (provider !== undefined) query.set('provider', provider);
  if (q !== undefined) query.set('q', q);
  return query.size > 0 ? query : undefined;
}

/** The slash of an id stays literal; everything else is encoded, and no id may climb out of its folder. */
function modelPath(model: string, leaf: string): string {
  const parts = model.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new InvalidInputError({}, `"${model}" is not a model id`);
  }
  return `${MODELS_PATH}/${parts.map(encodeURIComponent).join('/')}/${leaf}`;
}

function readModel(entry: JsonObject): CatalogueModel {
  return {
    model: toText(entry.model) ?? '',
    slug: toText(entry.slug),
    title: toText(entry.title),
    provider: toText(entry.provider),
    taskTypes: Array.isArray(entry.taskType) ? entry.taskType.filter((type) => typeof type === 'string') : [],
    description: toText(entry.description),
    pricingDesc: toText(entry.pricingDesc),
    raw: entry,
  };
}

function readPoint(point: JsonObject): SuccessRatePoint {
  return {
    start: toText(point.start),
    end: toText(point.end),
    successRate: toNumber(point.successRate),
    errorRate: toNumber(point.errorRate),
    isNormal: typeof point.isNormal === 'boolean' ? point.isNormal : null,
  };
}
