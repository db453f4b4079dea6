import { type Field, fields, type Input, isPresent, type Model } from '#registry';
import { leastOf } from './made-inputs.ts';

/* What can be wrong with an input, one mistake at a time. */

/** Every kind of mistake; a run of the comparison has to meet them all. */
export const KINDS = [
  'wrong type',
  'number for a text',
  'not among the values',
  'other case',
  'below',
  'above',
  'between the steps',
  'fraction',
  'too short',
  'too long',
  'too few',
  'too many',
  'missing',
  'empty',
  'pattern',
  'bad address',
  'bad item',
  'NaN',
  'infinite',
  'null',
  'unknown field',
  'prototype',
  'second of one',
  'not together',
] as const;
export type Kind = (typeof KINDS)[number];

/** An input with one mistake. */
export interface Spoilt {
  readonly kind: Kind;
  readonly field: string;
  readonly input: Input;
}

type Mistake = readonly [kind: Kind, value: unknown];

/** Every mistake that can be made with one field of a valid input. */
export function spoilt(model: Model, input: Input): Spoilt[] {
  const wrong = Object.entries(model.input).flatMap(([field, description]) =>
    wrongValues(description).map(([kind, value]) => ({ kind, field, input: { ...input, [field]: value } })),
  );
  return [...wrong, ...missing(model, input), ...foreign(input), ...tooMuch(model, input)];
}

function wrongValues(field: Field): Mistake[] {
  const everywhere: Mistake[] = [
    ['wrong type', WRONG[field.type]],
    ['NaN', Number.NaN],
    ['infinite', JSON.parse('1e999')],
  ];
  if (field.required) everywhere.push(['null', null]);
  if (field.values !== undefined) return [...everywhere, ...wrongLiterals(field)];
  switch (field.type) {
    case 'integer':
    case 'number':
      return [...everywhere, ...wrongNumbers(field)];
    case 'string':
      return [...everywhere, ['number for a text', 7], ...wrongTexts(field)];
    case 'array':
      return [...everywhere, ...wrongLists(field)];
    default:
      return everywhere;
  }
}

const WRONG: Readonly<Record<Field['type'], unknown>> = {
  string: { text: 'a fox' },
  integer: 'many',
  number: 'a lot',
  boolean: 'true',
  array: 'a fox',
  object: ['a fox'],
};

function wrongLiterals({ values = [], also = [], type }: Field): Mistake[] {
  const known = new Set<unknown>([...values, ...also]);
  const otherCase = values.map((value) => swapCase(String(value))).find((text) => !known.has(text));
  const other: Mistake[] = type === 'string' && otherCase !== undefined ? [['other case', otherCase]] : [];
  return [['not among the values', type === 'string' ? 'none of these' : 123_457], ...other];
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function wrongNumbers({ type, min, max, step, also = [] }: Field): Mistake[] {
  const found: Mistake[] = [];
  const unless = (kind: Kind, value: number) => {
    if (!also.includes(value)) found.push([kind, value]);
  };
  const gap = type === 'integer' || step === 1 ? 1 : 0.01;
  if (min !== undefined) unless('below', min - gap);
  if (min !== undefined) unless('below', min - 1_000_000);
  if (max !== undefined) unless('above', max + gap);
  if (max !== undefined) unless('above', max + 1e15);
  if (step !== undefined) unless('between the steps', (min ?? 0) + step / 3);
  if (type === 'integer') unless('fraction', (min ?? 0) + 0.5);
  return found;
}

function wrongTexts({ media, min_length: least, max_length: most, pattern, required }: Field): Mistake[] {
  if (media !== undefined) return BAD_ADDRESSES.map((address) => ['bad address', address]);
  const found: Mistake[] = [];
  if (required) found.push(['empty', '']);
  if (least !== undefined && least > 1) found.push(['too short', 'x'.repeat(least - 1)]);
  if (most !== undefined) found.push(['too long', 'x'.repeat(most + 1)], ['too long', '🦊'.repeat(most + 1)]);
  if (pattern !== undefined) found.push(['pattern', ' ']);
  return found;
}

const BAD_ADDRESSES = [
  'no address',
  '/etc/passwd',
  'ftp://example.com/file',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://',
  'https://exa mple.com/file',
  'attachment:k3',
];

function wrongLists({ items, media, min_items: least, max_items: most, required }: Field): Mistake[] {
  const item: Field = { type: 'string', ...items, ...(media && { media }), required: true };
  const good = leastOf(item);
  const found: Mistake[] = wrongValues(item).map(([, value]) => ['bad item', [value]]);
  for (const [name, inner] of Object.entries(item.properties ?? {})) {
    if (inner.required) found.push(['bad item', [{ ...(good as Input), [name]: undefined }]]);
    found.push(
      ...wrongValues(inner).map(
        ([, value]): Mistake => ['bad item', [{ ...(good as Input), [name]: value }]],
      ),
    );
  }
  if (required) found.push(['empty', []]);
  if (least !== undefined && least > 1) found.push(['too few', Array(least - 1).fill(good)]);
  if (most !== undefined) found.push(['too many', Array(most + 1).fill(good)]);
  return found;
}

function missing(model: Model, input: Input): Spoilt[] {
  return Object.entries(model.input)
    .filter(([name, { required }]) => required && name in input)
    .map(([field]) => {
      const { [field]: _left, ...rest } = input;
      return { kind: 'missing', field, input: rest };
    });
}

function foreign(input: Input): Spoilt[] {
  const named = (kind: Kind, field: string): Spoilt => {
    const copy = { ...input };
    Object.defineProperty(copy, field, { value: 'x', enumerable: true });
    return { kind, field, input: copy };
  };
  return [
    named('unknown field', 'colour'),
    ...['__proto__', 'constructor', 'toString'].map((field) => named('prototype', field)),
  ];
}

/** Fields that a form does not offer any more beside what is given. */
function tooMuch(model: Model, input: Input): Spoilt[] {
  const offered = new Set(fields(model, input).map(({ name }) => name));
  const rivals = new Set(model.rules.flatMap(({ one_of: names = [] }) => names));
  return Object.entries(model.input)
    .filter(([name, field]) => !offered.has(name) && !field.deprecated && !isPresent(input[name]))
    .map(([name, field]) => ({
      kind: rivals.has(name) ? 'second of one' : 'not together',
      field: name,
      input: { ...input, [name]: leastOf(field) },
    }));
}
