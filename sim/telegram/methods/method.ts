import type { BotAccount } from '../account.ts';
import type { Params } from '../params.ts';

/** One call of a method, its parameters read leniently. */
export interface Call {
  bot: BotAccount;
  params: Params;
}

/** Answers the `result`; @throws ApiError with the description of the failure. */
export type Method = (call: Call) => unknown;

/** A result that comes with a `description`, as the webhook methods give it. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}
