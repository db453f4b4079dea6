import { AppError } from '#platform';

/** Why a message did not reach a person. */
export type MessengerErrorCode = 'recipient-gone' | 'rate-limited' | 'refused' | 'unreachable';

export interface MessengerErrorDetails {
  /** How long to wait before the next attempt, where the service says so. */
  retryAfterMs?: number;
  /** True when the service surely did not take the message, so that sending again cannot double it. */
  certainlyNotSent: boolean;
  cause?: unknown;
}

/**
 * An attempt to send that failed. Without `certainlyNotSent` the message may have arrived.
 * `recipient-gone`: the person blocked the bot or left · `rate-limited`: wait and send again ·
 * `refused`: this content will never be taken · `unreachable`: no usable answer came back.
 */
export class MessengerError extends AppError<MessengerErrorCode> {
  readonly retryAfterMs?: number;
  readonly certainlyNotSent: boolean;

  constructor(code: MessengerErrorCode, message: string, details: MessengerErrorDetails) {
    super(code, message, details.cause === undefined ? {} : { cause: details.cause });
    this.certainlyNotSent = details.certainlyNotSent;
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
  }
}
