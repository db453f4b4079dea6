import {
  effectiveValue,
  type Field,
  type Input,
  lengthOf,
  type Model,
  type PriceRule,
  type PriceUnit,
} from '#registry';
import { PricingError } from './errors.ts';
import type { Measured, QuoteNote } from './quote.ts';

export interface Quantity {
  amount: number;
  /** Why the real amount may be smaller. */
  notes: QuoteNote[];
}

/** What a quantity is read from. */
interface Source {
  model: Model;
  input: Input;
  measured: Measured;
}

/** How many units of a rule an input takes. @throws PricingError `needs-measure` */
export function quantityOf(rule: PriceRule, source: Source): Quantity {
  const names = rule.longest_of ?? rule.of ?? [];
  const parts = names.map((name) => amountOf(rule, name, source));
  const notes = parts.flatMap((part) => part.notes);
  const amounts = parts.map((part) => part.amount);
  const sum = rule.longest_of === undefined ? total(amounts) : Math.max(...amounts);
  const counted = names.length === 0 ? 1 : sum / divisor(rule, source);
  const free = rule.free_first ?? 0;
  return { amount: Math.max(0, counted - free) * factor(rule, source), notes };
}

function total(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function divisor({ over }: PriceRule, { model, input }: Source): number {
  return over === undefined ? 1 : numberOf(effectiveValue(model, input, over)) || 1;
}

/** A count that is left open counts once. */
function factor({ times }: PriceRule, { model, input }: Source): number {
  if (typeof times !== 'string') return times ?? 1;
  return numberOf(effectiveValue(model, input, times)) || 1;
}

/** How each unit reads one field. */
const readers: Record<PriceUnit, (rule: PriceRule, name: string, source: Source) => Quantity> = {
  second: (_rule, name, source) => secondsOf(name, source),
  minute: (_rule, name, source) => scaled(secondsOf(name, source), 1 / 60),
  megapixel: megapixelsOf,
  input_image: (_rule, name, source) => exact(filesIn(source.input[name]).length),
  '1000_chars': (_rule, name, source) => exact(charactersAt(source.input, name) / 1000),
  '1m_input_tokens': tokensOf,
  '1m_audio_output_tokens': tokensOf,
  image: () => exact(1),
  video: () => exact(1),
  request: () => exact(1),
  generation: () => exact(1),
};

function amountOf(rule: PriceRule, name: string, source: Source): Quantity {
  return readers[rule.unit](rule, name, source);
}

function tokensOf({ tokens_per_char = 1 }: PriceRule, name: string, { input }: Source): Quantity {
  return exact((charactersAt(input, name) * tokens_per_char) / 1_000_000);
}

function megapixelsOf({ sizes }: PriceRule, name: string, source: Source): Quantity {
  if (sizes) return exact(sizes[String(effectiveValue(source.model, source.input, name))] ?? largest(sizes));
  const known = source.measured.fields?.[name]?.megapixels ?? source.measured.megapixels;
  if (known !== undefined) return exact(known);
  throw new PricingError('needs-measure', {
    measure: 'megapixels',
    field: name,
    because: `the price depends on the size of the picture in ${name}`,
  });
}

function largest(sizes: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(sizes));
}

/** A number of seconds as such, or the length of the files behind a field. */
function secondsOf(name: string, source: Source): Quantity {
  const field = source.model.input[name];
  if (field === undefined) return exact(0);
  return field.media ? fileSeconds(name, field, source) : fieldSeconds(name, field, source);
}

function fieldSeconds(name: string, field: Field, { model, input }: Source): Quantity {
  const value = numberOf(effectiveValue(model, input, name));
  if (value > 0) return exact(value);
  const longest = field.max ?? Math.max(0, ...(field.values ?? []).map(numberOf));
  if (!(longest > 0)) throw new PricingError('needs-measure', missingSeconds(name, field));
  return {
    amount: longest,
    notes: [
      { code: 'longest-result', field: name, because: `${name} is left to the model: ${longest} s at most` },
    ],
  };
}

function fileSeconds(name: string, field: Field, { input, measured }: Source): Quantity {
  const files = filesIn(input[name]).length;
  if (files === 0) return exact(0);
  const sum = field.media?.kind === 'audio' ? measured.audioSeconds : measured.videoSeconds;
  const known = measured.fields?.[name]?.seconds ?? sum;
  if (known !== undefined) return exact(Math.ceil(known));
  const { max_seconds: each, max_total_seconds: all } = field.media ?? {};
  const longest = Math.min(
    all ?? Number.POSITIVE_INFINITY,
    each === undefined ? Number.POSITIVE_INFINITY : each * files,
  );
  if (!Number.isFinite(longest)) throw new PricingError('needs-measure', missingSeconds(name, field));
  return {
    amount: longest,
    notes: [{ code: 'longest-file', field: name, because: `the files in ${name} last ${longest} s at most` }],
  };
}

function missingSeconds(name: string, field: Field) {
  const measure = field.media?.kind === 'audio' ? ('audioSeconds' as const) : ('videoSeconds' as const);
  return { measure, field: name, because: `the price depends on the length of ${name}` };
}

function filesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** Code points of all texts under a path such as `dialogue[].text`. */
function charactersAt(input: Input, path: string): number {
  return textsAt(input, path.split('.')).reduce((length, text) => length + lengthOf(text), 0);
}

function textsAt(value: unknown, [step, ...rest]: string[]): string[] {
  if (step === undefined) return typeof value === 'string' ? [value] : [];
  const inner = (value as Record<string, unknown> | undefined)?.[step.replace('[]', '')];
  if (!step.endsWith('[]')) return textsAt(inner, rest);
  return Array.isArray(inner) ? inner.flatMap((item) => textsAt(item, rest)) : [];
}

function numberOf(value: unknown): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : 0;
}

function exact(amount: number): Quantity {
  return { amount, notes: [] };
}

function scaled({ amount, notes }: Quantity, by: number): Quantity {
  return { amount: amount * by, notes };
}
