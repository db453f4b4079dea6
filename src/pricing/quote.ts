import type { Input, Model, PriceUnit } from '#registry';
import { PricingError } from './errors.ts';

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
  readonly code: 'longest-file' | 'longest-result' | 'estimated' | 'dearest-tier';
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
 * Price of a valid input, pure. Absent fields take their defaults.
 * PricingError `not-for-sale` (`reason` says why) or `needs-measure` (`measure`, `field` say what is missing).
 */
export function quote(_model: Model, _input: Input, _options: QuoteOptions): Quote {
  throw new PricingError('not-for-sale', { reason: 'no-price', because: 'not written yet' });
}
