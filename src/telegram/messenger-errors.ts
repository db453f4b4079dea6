import { MessengerError } from '#generation';
import { troubleOf } from './telegram-trouble.ts';

/** A failed call to the Bot API as the messenger's error; what one is already stays as it is. */
export function messengerErrorOf(error: unknown): MessengerError {
  if (error instanceof MessengerError) return error;
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'person-gone':
      return new MessengerError('recipient-gone', 'The person blocked the bot or left', {
        certainlyNotSent: true,
        cause: error,
      });
    case 'wait':
      return new MessengerError('rate-limited', 'Telegram asks to wait', {
        retryAfterMs: trouble.ms,
        certainlyNotSent: true,
        cause: error,
      });
    case 'refused':
      return new MessengerError('refused', `Telegram refuses: ${trouble.description}`, {
        certainlyNotSent: true,
        cause: error,
      });
    case 'no-answer':
      return new MessengerError('unreachable', `Telegram did not answer: ${trouble.description}`, {
        certainlyNotSent: !trouble.reached,
        cause: error,
      });
    default:
      return new MessengerError('unreachable', `Telegram refuses to serve the bot: ${trouble.kind}`, {
        certainlyNotSent: true,
        cause: error,
      });
  }
}

/** The same error after a part of the message has arrived already: sending again would double it. */
export function afterSomething(error: unknown): MessengerError {
  const known = messengerErrorOf(error);
  return new MessengerError(known.code, known.message, { certainlyNotSent: false, cause: error });
}

/** True when Telegram refused this content, so that another form of it may be taken. */
export function isRefusal(error: unknown): boolean {
  return troubleOf(error).kind === 'refused';
}
