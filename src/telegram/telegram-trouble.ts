import { BotError, GrammyError, HttpError } from 'grammy';

/** What an answer of the Bot API means (facts: error catalogue; conflicts). */
export type Trouble =
  | { kind: 'other-poller' }
  | { kind: 'webhook-active' }
  | { kind: 'token-refused' }
  | { kind: 'wait'; ms: number }
  | { kind: 'person-gone' }
  | { kind: 'refused'; description: string }
  | { kind: 'no-answer'; reached: boolean; description: string };

/** Sorts an error of a Bot API call; descriptions hold neither token nor content. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof GrammyError) return answeredTrouble(error);
  if (error instanceof HttpError) {
    return { kind: 'no-answer', reached: !neverConnected(error.error), description: error.message };
  }
  return {
    kind: 'no-answer',
    reached: true,
    description: error instanceof Error ? error.message : String(error),
  };
}

function answeredTrouble({ error_code: code, description, parameters }: GrammyError): Trouble {
  if (code === 409) return { kind: /webhook/i.test(description) ? 'webhook-active' : 'other-poller' };
  if (code === 401 || (code === 404 && description === 'Not Found')) return { kind: 'token-refused' };
  if (code === 429) return { kind: 'wait', ms: (parameters.retry_after ?? 1) * 1000 };
  if (code === 403 || /chat not found|user is deactivated/.test(description)) return { kind: 'person-gone' };
  if (code >= 500) return { kind: 'no-answer', reached: true, description: `${code} ${description}` };
  return { kind: 'refused', description };
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function neverConnected(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NEVER_CONNECTED.has(String(error.code));
}

/** The error as a log may show it: grammY's own carry the whole message, the context or the address with the token. */
export function loggable(error: unknown): unknown {
  if (error instanceof BotError) return loggable(error.error);
  if (!(error instanceof GrammyError || error instanceof HttpError)) return error;
  const { name, message, stack } = error;
  return { type: name, message, stack };
}
