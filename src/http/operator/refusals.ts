import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Speech } from '#forms';
import { isAppError } from '#platform';
import type { Refusal } from './contract.ts';

const statusOf: Record<string, ContentfulStatusCode> = {
  ...{ session: 401, 'desk-link-used': 401, 'not-operator': 403 },
  ...{ 'person-unknown': 404, 'generation-not-found': 404, 'payment-unknown': 404, 'unknown-model': 404 },
  ...{ 'broadcast-unknown': 404, 'broadcast-state': 409, 'catalogue-check-running': 409 },
  ...{ 'not-uncertain': 409, 'task-belongs-elsewhere': 409, 'refund-credits-spent': 409 },
  ...{ 'too-many-calls': 429, 'task-not-readable': 502 },
};

/** An error as the operator is told; one without a phrase is ours and gets no words. */
export function refusalOf(
  error: unknown,
  speech: Speech,
): { status: ContentfulStatusCode; body: Refusal } | null {
  if (!isAppError(error) || !speech.has(`error-${error.code}`)) return null;
  const values = { ...error.values };
  const message = speech.plain(`error-${error.code}`, values);
  return { status: statusOf[error.code] ?? 400, body: { error: error.code, message, values } };
}
