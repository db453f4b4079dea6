import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DeskContext } from './context.ts';

const name = 'desk';

/** Read by no script, sent with no request that another site begins, in the open only where the desk itself is. */
function flags(isHttps: boolean) {
  return { path: '/operator', httpOnly: true, sameSite: 'Strict', secure: isHttps } as const;
}

export function giveCookie(context: DeskContext, secret: string, endsAt: Date, isHttps: boolean): void {
  setCookie(context, name, secret, { ...flags(isHttps), expires: endsAt });
}

export function takeCookie(context: DeskContext, isHttps: boolean): void {
  deleteCookie(context, name, flags(isHttps));
}

/** The session's secret as a call carries it; '' without one. */
export function secretOf(context: DeskContext): string {
  const header = context.req.header('authorization');
  return header === undefined ? (getCookie(context, name) ?? '') : header.replace(/^Bearer /, '');
}
