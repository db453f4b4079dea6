import { PricingError, quote, type Terms, underTerms } from '#pricing';
import {
  type Input,
  MODEL_TYPES,
  type Model,
  type ModelType,
  type Registry,
  type Rule,
  sample,
} from '#registry';
import { type FileKind, fieldForFile, promptField } from './model-fields.ts';

export interface TypeCount {
  type: ModelType;
  count: number;
}

/** A model with what it costs. */
export interface OfferedModel {
  model: Model;
  /** Credits that one result costs at least; null where no price is known. */
  from: number | null;
  /** False when every result costs the same. */
  varies: boolean;
  available: boolean;
}

/** What is for sale: models that are active and have a price. */
export interface Offer {
  /** Every model that can be had, the recommended ones first. */
  all(): readonly OfferedModel[];
  /** Types that have any model; `count` is how many can be had now. */
  types(): readonly TypeCount[];
  /** Models of a type; those that cannot be had are listed only where nothing else is. */
  rows(type: ModelType): readonly OfferedModel[];
  /** Models whose id, title or provider holds all words of the text. */
  search(text: string): readonly OfferedModel[];
  isOffered(model: Model): boolean;
  first(type: ModelType): Model | undefined;
  /** The first model of the type that begins with a file of this kind, and with words where they are given. */
  firstForFile(type: ModelType, kind: FileKind, withWords?: boolean): Model | undefined;
  /** Whether the model begins with such a file, and not merely takes it as well. */
  beginsWith(model: Model, kind: FileKind): boolean;
  /** Models that go on from a result of this one. */
  followUps(modelId: string): readonly OfferedModel[];
  /** What can be done with a file of this kind. */
  typesForFile(kind: FileKind): readonly TypeCount[];
  /** Models that need nothing but such a file, e.g. one that takes the background away; upscalers have a type of their own. */
  toolsForFile(kind: FileKind): readonly OfferedModel[];
}

/** What people most often want to do with a file comes first. */
const OFTEN: readonly ModelType[] = ['image_edit', 'image_to_video', 'upscale', 'image_to_image'];
const FILE_TYPES = [...new Set([...OFTEN, ...MODEL_TYPES])].filter((type) => !type.startsWith('text_to_'));

/** What each of them begins with; the others take any kind. */
const BEGINS_WITH: Partial<Record<ModelType, readonly FileKind[]>> = {
  image_to_image: ['image'],
  image_to_image_enhanced: ['image'],
  image_to_video: ['image'],
  image_edit: ['image'],
  inpaint: ['image'],
  outpaint: ['image'],
  video_to_video: ['video'],
  audio_to_audio: ['audio'],
  audio_to_text: ['audio'],
  speech_to_text: ['audio', 'video'],
};

/** What is for sale under the terms in force. */
export function createOffer(registry: Registry, terms: () => Terms): Offer {
  const now = underTerms(terms, (inForce) => offerUnder(registry, inForce));
  return {
    all: () => now().all(),
    types: () => now().types(),
    rows: (type) => now().rows(type),
    search: (text) => now().search(text),
    isOffered: (model) => now().isOffered(model),
    first: (type) => now().first(type),
    firstForFile: (type, kind, withWords) => now().firstForFile(type, kind, withWords),
    beginsWith: needsFile,
    followUps: (modelId) => now().followUps(modelId),
    typesForFile: (kind) => now().typesForFile(kind),
    toolsForFile: (kind) => now().toolsForFile(kind),
  };
}

function offerUnder(registry: Registry, terms: Terms): Offer {
  const recommendedFirst = new Set([...registry.offered(), ...registry.models]);
  const all = [...recommendedFirst].filter((model) => !model.needs_earlier_task);
  const rows = new Map(registry.models.map((model) => [model.id, rowOf(model, pricesOf(model, terms))]));
  const isOffered = (model: Model) => rows.get(model.id)?.available === true;
  const serving = byType((type) =>
    all.filter((model) => model.model_type === type || model.also.includes(type)),
  );
  const offered = byType((type) => ownFirst(serving(type).filter(isOffered), type));
  const rowsOf = (models: readonly Model[]) => models.flatMap((model) => rows.get(model.id) ?? []);

  const types = MODEL_TYPES.filter((type) => serving(type).length > 0).map((type) => ({
    type,
    count: offered(type).length,
  }));

  return {
    all: () => rowsOf(all.filter(isOffered)),
    types: () => types,
    rows: (type) => rowsOf(offered(type).length > 0 ? offered(type) : serving(type)),
    search: (text) => rowsOf(registry.offered({ text }).filter(isOffered)),
    isOffered,
    first: (type) => offered(type)[0],
    firstForFile: (type, kind, withWords = false) =>
      offered(type).find(
        (model) => needsFile(model, kind) && (!withWords || promptField(model) !== undefined),
      ),
    beginsWith: needsFile,
    followUps: (modelId) =>
      rowsOf(registry.models.filter(({ follows }) => follows.includes(modelId)).filter(isOffered)),
    typesForFile: (kind) =>
      FILE_TYPES.filter((type) => BEGINS_WITH[type]?.includes(kind) ?? true)
        .map((type) => ({
          type,
          count: offered(type).filter((model) => needsFile(model, kind)).length,
        }))
        .filter(({ count }) => count > 0),
    toolsForFile: (kind) => rowsOf(TOOL_TYPES.flatMap(offered).filter((model) => isTool(model, kind))),
  };
}

/** Asks once per type: nothing changes while the terms are in force, and every menu needs all types. */
function byType(list: (type: ModelType) => Model[]): (type: ModelType) => readonly Model[] {
  const lists = new Map(MODEL_TYPES.map((type) => [type, list(type)]));
  return (type) => lists.get(type) ?? [];
}

const TOOL_TYPES: readonly ModelType[] = ['image_edit', 'audio_to_audio'];

function isTool(model: Model, kind: FileKind): boolean {
  const field = fieldForFile(model, kind);
  const others = Object.keys(model.input).filter((name) => name !== field);
  return (
    needsFile(model, kind) &&
    promptField(model) === undefined &&
    !others.some((name) => model.input[name]?.required === true && model.input[name]?.default === undefined)
  );
}

/** Whether such a file is what the model begins with, and not a mere option. */
function needsFile(model: Model, kind: FileKind): boolean {
  const field = model.input[fieldForFile(model, kind) ?? ''];
  return field !== undefined && (field.required === true || field.role === 'media');
}

/** Models whose first purpose it is come before those that can do it as well. */
function ownFirst(models: readonly Model[], type: ModelType): Model[] {
  return [
    ...models.filter((model) => model.model_type === type),
    ...models.filter((model) => model.model_type !== type),
  ];
}

function rowOf(model: Model, prices: readonly number[]): OfferedModel {
  const from = prices.length > 0 ? Math.min(...prices) : null;
  return {
    model,
    from,
    varies: model.pricing.rules.length > 1 || model.pricing.rules.some((rule) => rule.of !== undefined),
    available: from !== null,
  };
}

/** One second, one megapixel: the least a file can be. */
const LEAST = { videoSeconds: 1, audioSeconds: 1, megapixels: 1 };

/** Prices of the smallest input, and of the smallest one with the settings that each price rule names. */
function pricesOf(model: Model, { markup, switchedOff }: Terms): number[] {
  if (model.status !== 'active' || switchedOff.has(model.id)) return [];
  const smallest = sample(model);
  const settings = namedSettings(model).filter((setting) => isAllowed(model, setting));
  return [smallest, ...settings.map((setting) => ({ ...smallest, ...setting }))].flatMap((input) =>
    priceOf(model, input, markup),
  );
}

function isAllowed(model: Model, setting: Input): boolean {
  return Object.entries(setting).every(([name, value]) => {
    const values = model.input[name]?.values;
    return values === undefined || values.some((allowed) => allowed === value);
  });
}

function namedSettings(model: Model): Input[] {
  const conditions = model.pricing.rules.flatMap((rule: Pick<Rule, 'when'>) =>
    rule.when ? [rule.when] : [],
  );
  return conditions.map((condition) =>
    Object.fromEntries(
      Object.entries(condition).flatMap(([name, test]) => {
        const value = Array.isArray(test) ? test.find((each) => each !== null) : test;
        return typeof value === 'object' || value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

function priceOf(model: Model, input: Input, markup: number): number[] {
  try {
    return [quote(model, input, { markup, measured: LEAST }).credits];
  } catch (error) {
    if (error instanceof PricingError) return [];
    throw error;
  }
}
