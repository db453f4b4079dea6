import { conditionHolds, type Input, type Model, type PriceRule, type PriceUnit } from '#registry';
import { type NotForSaleReason, PricingError } from './errors.ts';
import { quantityOf } from './quantity.ts';

/** What is known about files in the input, summed over the files of a field. Seconds, megapixels (10^6 pixels). */
export interface Measured {
  readonly videoSeconds?: number;
  readonly audioSeconds?: number;
  readonly megapixels?: number;
  /** The same per field name; goes before the sums above. */
  readonly fields?: Readonly<Record<string, { readonly seconds?: number; readonly megapixels?: number }>>;
}

export interface QuoteOptions {
  /** Our credits per kie credit, > 0. */
  readonly markup: number;
  readonly measured?: Measured;
}

export interface QuoteLine {
  readonly unit: PriceUnit;
  readonly quantity: number;
  readonly kieCredits: number;
}

/** Why a quote is an upper bound: the unit, and the field or sentence behind it. */
export interface QuoteNote {
  readonly code: 'longest-file' | 'longest-result' | 'estimated';
  readonly field: string;
  readonly because: string;
}

/** The price of one generation. `kieCredits` is what kie.ai takes, `credits` what the person pays: an integer ≥ 1. */
export interface Quote {
  readonly kieCredits: number;
  readonly credits: number;
  readonly lines: readonly QuoteLine[];
  /** The real price may be lower; `notes` say why. */
  readonly upperBound: boolean;
  readonly notes: readonly QuoteNote[];
}

/**
 * Price of a valid input, pure. Absent fields take their defaults. The base rule whose condition holds
 * (the registry has never two) and every surcharge whose condition holds make the price; without a base rule there is no price and no sale.
 *
 * @throws PricingError `not-for-sale` (`reason` says why) or `needs-measure` (`measure`, `field` say what is missing)
 */
export function quote(model: Model, input: Input, { markup, measured = {} }: QuoteOptions): Quote {
  const rules = applicableRules(model, input);
  const priced = rules.map((rule) => ({ rule, ...quantityOf(rule, { model, input, measured }) }));
  const lines = priced.map(({ rule, amount }) => ({
    unit: rule.unit,
    quantity: amount,
    kieCredits: exactly(amount * rule.credits),
  }));
  const notes = priced.flatMap(({ rule, notes }) => [...notes, ...boundNote(rule)]);
  const kieCredits = exactly(lines.reduce((sum, line) => sum + line.kieCredits, 0));
  return {
    kieCredits,
    credits: Math.max(1, Math.ceil(exactly(kieCredits * markup))),
    lines,
    upperBound: notes.length > 0,
    notes,
  };
}

function applicableRules(model: Model, input: Input): PriceRule[] {
  assertForSale(model, input);
  const base = model.pricing.rules.find((rule) => !rule.adds && conditionHolds(model, rule.when, input));
  if (!base) throw notForSale('no-rule', `kie.ai names no price for this combination of ${model.id}`);
  const surcharges = model.pricing.rules.filter(
    (rule) => rule.adds && conditionHolds(model, rule.when, input),
  );
  return [base, ...surcharges];
}

function assertForSale(model: Model, input: Input): void {
  const { id, status, pricing } = model;
  if (status !== 'active') throw notForSale(status, `${id} is ${status}`);
  if (pricing.not_for_sale !== undefined) throw notForSale('no-price', pricing.not_for_sale);
  const gap = pricing.unpriced?.find(({ when }) => conditionHolds(model, when, input));
  if (gap) throw notForSale('no-rule', gap.because);
}

function notForSale(reason: NotForSaleReason, because: string): PricingError {
  return new PricingError('not-for-sale', { reason, because });
}

function boundNote({ upper_bound: because }: PriceRule): QuoteNote[] {
  return because === undefined ? [] : [{ code: 'estimated', field: '', because }];
}

/** Credits have at most a few decimals; what floating point adds beyond a millionth is not money. */
function exactly(credits: number): number {
  return Math.round(credits * 1e6) / 1e6;
}
