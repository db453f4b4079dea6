import type { MiddlewareHandler } from 'hono';

/** Scripts, styles and files from here alone; nothing inline; shown only in Telegram's own pages. */
export function securityHeaders(frameAncestors: readonly string[]): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
  return async (context, next) => {
    await next();
    context.header('content-security-policy', policy);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('permissions-policy', 'geolocation=(), payment=()');
    context.header('cross-origin-resource-policy', 'same-origin');
  };
}
