import { type Measured, PricingError, quote } from '#pricing';
import type { Input, Model } from '#registry';
import { kieCreditsText } from './dollars.ts';

/** What an input costs at kie.ai. `kieCredits` is null where it depends on what only kie.ai will know. */
export interface Price {
  readonly kieCredits: number | null;
  /** The real price may be lower. */
  readonly upperBound: boolean;
  readonly text: string;
}

/** @throws PricingError `not-for-sale` when nobody can say what the input costs */
export function priceOf(model: Model, input: Input): Price {
  try {
    const { kieCredits, upperBound, notes } = quote(model, input, { markup: 1 });
    const because = notes.map((note) => note.because).join('; ');
    const text = upperBound
      ? `at most ${kieCreditsText(kieCredits)}: ${because}`
      : kieCreditsText(kieCredits);
    return { kieCredits, upperBound, text };
  } catch (error) {
    if (!(error instanceof PricingError) || error.code !== 'needs-measure') throw error;
    return { kieCredits: null, upperBound: false, text: priceOfOne(model, input, error) };
  }
}

/** The price of the first unit, where the number of units is not known here. */
function priceOfOne(model: Model, input: Input, { evidence }: PricingError): string {
  const measured: Measured = { videoSeconds: 1, audioSeconds: 1, megapixels: 1 };
  const { kieCredits } = quote(model, input, { markup: 1, measured });
  const unit = evidence.measure === 'megapixels' ? 'megapixel' : 'second';
  return `${kieCreditsText(kieCredits)} for each ${unit} of ${evidence.field}, which is not known here`;
}
