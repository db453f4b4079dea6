import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fieldNameOf, problemText, type Speech } from '#forms';
import { InvalidInputError } from '#generation';
import { type AppError, isAppError } from '#platform';
import type { FormField, Problem } from '#registry';
import type { ProblemView, Refusal } from './contract.ts';

/** Errors of this edge; each is a phrase key `error-<code>`. */
export const miniAppErrorCodes = ['session', 'too-many-calls', 'invalid-call', 'preset-gone'] as const;

const statusOf: Record<string, ContentfulStatusCode> = {
  session: 401,
  'balance-too-low': 402,
  'generation-not-found': 404,
  'preset-gone': 404,
  'unknown-model': 404,
  'attachment-gone': 404,
  'price-changed': 409,
  'preset-name-taken': 409,
  'too-late-to-cancel': 409,
  'upload-too-large': 413,
  'upload-unreadable': 415,
  'too-many-calls': 429,
  'too-many-open': 429,
  'too-many-uploads': 429,
  'provider-closed': 503,
};

/** An error as the page is told; one without a phrase is ours and gets no words. */
export function refusalOf(
  error: unknown,
  speech: Speech,
): { status: ContentfulStatusCode; body: Refusal } | null {
  if (!isAppError(error) || !speech.has(`error-${error.code}`)) return null;
  const body = {
    error: error.code,
    message: speech.plain(`error-${error.code}`, wordsOf(error, speech)),
    values: { ...error.values },
  };
  const problems =
    error instanceof InvalidInputError
      ? { problems: (error.problems as Problem[]).map((it) => problemView(speech, it)) }
      : {};
  return { status: statusOf[error.code] ?? 400, body: { ...body, ...problems } };
}

function wordsOf({ values }: AppError, speech: Speech): Record<string, string | number> {
  return typeof values?.field === 'string' && values.field !== ''
    ? { ...values, field: fieldNameOf(speech, [], values.field) }
    : { ...values };
}

export function problemView(
  speech: Speech,
  problem: Problem,
  fields: readonly FormField[] = [],
): ProblemView {
  const { field, path, code } = problem;
  return { field, path, code, text: problemText(speech, fields, problem) };
}
