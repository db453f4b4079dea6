import { compareField, type Finding } from './compare-field.ts';
import { comparePrice } from './compare-price.ts';
import type { PublishedField, PublishedFields } from './published-fields.ts';
import type { Field, Model, Registry } from './types.ts';

/** A model of kie.ai's catalogue. `fields` and `price` are null where kie.ai publishes none. */
export interface PublishedModel {
  readonly id: string;
  readonly title: string | null;
  readonly provider: string | null;
  /** kie.ai's own words, e.g. `Text to Video`. */
  readonly taskTypes: readonly string[];
  readonly price: string | null;
  readonly fields: PublishedFields | null;
}

/** A finding with its place. `field` as a person reads it (`dialogue[].voice`), '' for the price; `at` below the entry. */
export interface Difference extends Finding {
  readonly model: string;
  readonly field: string;
  readonly at: readonly string[];
}

export interface CatalogueDiff {
  /** In the catalogue, not in the registry; chat models, which createTask does not take, are left out. */
  readonly added: readonly PublishedModel[];
  /** Active in the registry, not in the catalogue any more. */
  readonly vanished: readonly string[];
  /** In the catalogue, but not active in the registry. */
  readonly returned: readonly string[];
  readonly differences: readonly Difference[];
  /** Models whose fields could not be compared: kie.ai publishes none. */
  readonly unread: readonly string[];
  /** Models of both sides that were looked at. */
  readonly compared: number;
}

/** What kie.ai's catalogue says otherwise than the registry, for all models or the given ids only. Pure. */
export function diffCatalogue(
  registry: Registry,
  catalogue: readonly PublishedModel[],
  only?: readonly string[],
): CatalogueDiff {
  const wanted = (id: string) => only === undefined || only.includes(id);
  const published = new Map(catalogue.filter(({ id }) => wanted(id)).map((model) => [model.id, model]));
  const active = registry.list({ status: 'active' }).filter(({ id }) => wanted(id));
  const pairs = active.flatMap((model) => {
    const theirs = published.get(model.id);
    return theirs === undefined ? [] : [[model, theirs] as const];
  });
  return {
    added: [...published.values()].filter((model) => registry.get(model.id) === undefined && !isChat(model)),
    vanished: active.filter(({ id }) => !published.has(id)).map(({ id }) => id),
    returned: [...published.keys()].filter((id) => (registry.get(id)?.status ?? 'active') !== 'active'),
    differences: pairs.flatMap(([model, theirs]) => compareModel(model, theirs)),
    unread: pairs.filter(([, { fields }]) => fields === null).map(([{ id }]) => id),
    compared: pairs.length,
  };
}

function isChat({ taskTypes }: PublishedModel): boolean {
  return taskTypes.length > 0 && taskTypes.every((type) => type.toLowerCase() === 'chat');
}

function compareModel(model: Model, { fields, price }: PublishedModel): Difference[] {
  const prices = comparePrice(model.pricing, price).map((found) => ({
    model: model.id,
    field: '',
    at: ['pricing'],
    ...found,
  }));
  const place: Place = { model, path: '', at: ['input'] };
  return [...(fields === null ? [] : compareFields(place, model.input, fields)), ...prices];
}

/** Where fields are compared: at the top of a model's input or inside one of its fields. */
interface Place {
  readonly model: Model;
  readonly path: string;
  readonly at: readonly string[];
}

function compareFields(
  place: Place,
  ours: Readonly<Record<string, Field>>,
  theirs: PublishedFields,
): Difference[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return names.flatMap((name) => {
    const inner = { ...place, path: joined(place.path, name), at: [...place.at, name] };
    const [own, published] = [ours[name], theirs[name]];
    if (own !== undefined && published !== undefined) return compareOne(inner, own, published);
    return [located(inner, { aspect: 'field', registry: own?.type ?? null, published: typeOf(published) })];
  });
}

function compareOne(place: Place, ours: Field, theirs: PublishedField): Difference[] {
  const own = compareField(ours, theirs, isDemanded(place)).map((found) => located(place, found));
  const items =
    ours.items === undefined || theirs.items === undefined
      ? []
      : compareOne(
          { ...place, path: `${place.path}[]`, at: [...place.at, 'items'] },
          { ...ours.items, required: true, ...(ours.media && { media: ours.media }) },
          theirs.items,
        );
  const inner =
    ours.properties === undefined || theirs.properties === undefined
      ? []
      : compareFields({ ...place, at: [...place.at, 'properties'] }, ours.properties, theirs.properties);
  return [...own, ...items, ...inner];
}

/** Whether a rule or a variant of the model asks for the field. */
function isDemanded({ model, path }: Place): boolean {
  const lists = model.rules.flatMap((rule) => [rule.require ?? [], rule.any_of ?? [], rule.one_of ?? []]);
  const variants = (model.variants ?? []).map(({ required }) => required);
  return [...lists, ...variants].some((names) => names.includes(path));
}

function located({ model, path, at }: Place, found: Finding): Difference {
  return { model: model.id, field: path, at, ...found };
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function typeOf(field: PublishedField | undefined): string | null {
  return field === undefined ? null : (field.type ?? 'unknown');
}
