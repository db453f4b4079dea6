export type PricingErrorCode = 'not-for-sale' | 'needs-measure';

/** `removed`, `legacy`: the model's status; `no-price`: kie.ai names none; `no-rule`: none for this combination. */
export type NotForSaleReason = 'removed' | 'legacy' | 'no-price' | 'no-rule';

export type Measure = 'videoSeconds' | 'audioSeconds' | 'megapixels';

interface Evidence {
  readonly reason?: NotForSaleReason;
  readonly measure?: Measure;
  /** The field whose file has to be measured. */
  readonly field?: string;
  readonly because: string;
}

/** No price can be named. The evidence says why and what would help. */
export class PricingError extends Error {
  override readonly name = 'PricingError';
  readonly code: PricingErrorCode;
  readonly evidence: Evidence;

  constructor(code: PricingErrorCode, evidence: Evidence) {
    super(`${code}: ${evidence.because}`);
    this.code = code;
    this.evidence = evidence;
  }
}
