import type { Input, Model } from './types.ts';

/** The smallest valid input of a model. */
export function sample(_model: Model): Input {
  throw new Error('not written yet');
}
