// The price of one generation

export { charge } from './charge.ts';
export type { Measure, NotForSaleReason, PricingErrorCode } from './errors.ts';
// Why there is none
export { PricingError } from './errors.ts';
export { measuredFields } from './measured-fields.ts';
export type { Measured, Quote, QuoteLine, QuoteNote, QuoteOptions } from './quote.ts';
export { quote } from './quote.ts';
// What operators decide about selling
export { type Terms, underTerms } from './terms.ts';
