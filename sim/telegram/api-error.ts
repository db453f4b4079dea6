const PREFIXES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
};

/** An unsuccessful answer of the Bot API: HTTP status, `error_code` and `description` in one (facts: 1.0). */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: ApiError['parameters']) {
    super(description);
    this.name = 'ApiError';
    this.code = code;
    this.parameters = parameters;
  }
}

/**
 * An error with the server's prefix: the first letter of the text becomes lower case unless the text is a
 * code like `MEDIA_EMPTY`; a 403 that carries such a code is a 400 (facts: 1.0, "Error text").
 */
export function apiError(code: number, text: string): ApiError {
  const isCode = /^[A-Z][A-Z0-9_]+$/.test(text);
  const status = code === 403 && isCode ? 400 : code;
  return new ApiError(status, `${PREFIXES[status] ?? 'Bad Request'}: ${lowerFirst(text)}`);
}

export const badRequest = (text: string): ApiError => apiError(400, text);
export const forbidden = (text: string): ApiError => apiError(403, text);

/** 429 with `retry_after` in seconds; the answer also carries the header of that name. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function lowerFirst(text: string): string {
  const second = text[1] ?? '';
  if (second === '_' || second !== second.toLowerCase()) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
