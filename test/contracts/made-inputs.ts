import fc from 'fast-check';
import { type Field, type Input, type Model, sample } from '#registry';

/* Inputs as a person might fill them in, made from the registry's entries alone. */

/** One field and a value for it. */
export type Wish = readonly [name: string, value: unknown];

const NONE: Field = { type: 'string' };

/** A few fields to be filled in one after the other, each with a value that keeps to its description. */
export function wishes(model: Model, most: number): fc.Arbitrary<Wish[]> {
  const decisive = new Set(model.rules.flatMap(({ when = {} }) => Object.keys(when)));
  const each = Object.entries(model.input).map(([name, field]) => ({
    weight: decisive.has(name) ? 4 : 1,
    arbitrary: fc.tuple(fc.constant(name), fittingValue(field)),
  }));
  return fc.array(fc.oneof(...each), { minLength: 1, maxLength: most });
}

/** The least value of a field, as the smallest input of its model has it. */
export function leastOf(field: Field): unknown {
  const model = { input: { it: { ...field, required: true } }, rules: [] };
  return sample(model as unknown as Model).it;
}

/** A value within the description of a field; the bounds themselves come often. */
export function fittingValue(field: Field): fc.Arbitrary<unknown> {
  const literals = [...(field.values ?? []), ...(field.also ?? [])];
  if (field.values !== undefined) return fc.constantFrom(...literals);
  const free = freeValue(field);
  return literals.length === 0 ? free : fc.oneof(free, fc.constantFrom(...literals));
}

function freeValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return number(field);
    case 'string':
      return field.media === undefined ? text(field) : address(field);
    case 'array':
      return list(field);
    case 'object':
      return object(field.properties ?? {});
  }
}

function number(field: Field): fc.Arbitrary<unknown> {
  const { min = -1000, max = Math.max(1000, min + 1000), step, accepts_string: asText } = field;
  const stepped =
    step === undefined ? undefined : fc.integer({ min: 0, max: Math.round((max - min) / step) });
  const free =
    field.type === 'integer'
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  const value = stepped?.map((steps) => Number((min + steps * (step ?? 1)).toFixed(9))) ?? free;
  const bounds = [field.min, field.max].filter((bound) => bound !== undefined);
  const zero = min <= 0 && max >= 0 ? [-0] : [];
  const edges = [...bounds, ...zero];
  const any = edges.length === 0 ? value : fc.oneof(value, fc.constantFrom(...edges));
  return asText ? fc.oneof(any, fc.integer({ min, max }).map(String)) : any;
}

function text({ min_length: least = 1, max_length: most = 500, pattern }: Field): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  const short = fc
    .string({ unit: 'grapheme', minLength: least, maxLength: Math.max(least, Math.min(most, 30)) })
    .filter((made) => [...made].length <= most);
  const edges = ['x'.repeat(most), '🦊'.repeat(most), 'ж'.repeat(Math.max(1, least))];
  return fc.oneof({ weight: 12, arbitrary: short }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

function address({ media }: Field): fc.Arbitrary<string> {
  const foreign = (media?.schemes ?? []).map((scheme) => `${scheme}://a1b2c3`);
  return fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom('https://example.com/file', ...foreign),
  );
}

function list(field: Field): fc.Arbitrary<unknown[]> {
  const item = { ...(field.items ?? NONE), ...(field.media && { media: field.media }) };
  const least = Math.max(1, field.min_items ?? 0);
  const most = field.max_items ?? 6;
  return fc.array(fittingValue(item), { minLength: least, maxLength: Math.max(least, most), size: 'max' });
}

function object(properties: Readonly<Record<string, Field>>): fc.Arbitrary<Input> {
  const entries = Object.entries(properties);
  const requiredKeys = entries.filter(([, { required }]) => required).map(([name]) => name);
  const values = Object.fromEntries(entries.map(([name, field]) => [name, fittingValue(field)]));
  return fc.record(values, { requiredKeys, noNullPrototype: true });
}
