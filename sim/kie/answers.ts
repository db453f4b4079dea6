import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { type Envelope, refusal, sentenceFor } from './envelope.ts';
import type { Fault } from './scenario.ts';
import type { KieWorld } from './world.ts';

/** What the routes know of a request; `code` and `fault` end up in the journal. */
export interface SimEnv {
  Bindings: HttpBindings;
  Variables: { code: number | null; fault: string | null };
}
export type SimContext = Context<SimEnv>;

/** An envelope with HTTP 200, whatever its code says (facts: unified job API). */
export function answer(
  c: SimContext,
  envelope: Envelope,
  http = 200,
  headers: Record<string, string> = {},
): Response {
  c.set('code', envelope.code);
  const type = { 'content-type': 'application/json;charset=UTF-8' };
  return new Response(JSON.stringify(envelope), { status: http, headers: { ...type, ...headers } });
}

/** Runs `work` and answers it, or goes wrong the way `fault` says, before or after the work. */
export async function answerOrFault(
  c: SimContext,
  world: KieWorld,
  fault: Fault | undefined,
  work: () => Envelope | Promise<Envelope>,
): Promise<Response> {
  if (!fault) return answer(c, await work());
  c.set('fault', fault.kind);
  if (fault.kind === 'delay') {
    await new Promise<void>((resolve) => world.clock.setTimer(resolve, fault.ms));
    return answer(c, await work());
  }
  const done = fault.kind === 'half' || ('after' in fault && fault.after) ? await work() : undefined;
  return goWrong(c, fault, done);
}

function goWrong(
  c: SimContext,
  fault: Exclude<Fault, { kind: 'delay' }>,
  done: Envelope | undefined,
): Response | Promise<Response> {
  switch (fault.kind) {
    case 'refuse': {
      const retry: Record<string, string> =
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return answer(c, refusal(fault.code, fault.msg ?? sentenceFor(fault.code)), fault.http, retry);
    }
    case 'status':
      return new Response(fault.body ?? '', { status: fault.status });
    case 'html':
      return new Response(PROXY_PAGE, {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html' },
      });
    case 'garbage':
      return new Response('{"code":200,"msg":"succ\u0000ess","data":<<<', {
        headers: { 'content-type': 'application/json' },
      });
    case 'half':
      return cutInHalf(c, done);
    case 'drop':
      c.env.outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'hang':
      return new Promise((resolve) => c.env.outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT)));
  }
}

const PROXY_PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Promises the whole length, sends half of it and cuts the connection. */
function cutInHalf(c: SimContext, done: Envelope | undefined): Response {
  const body = Buffer.from(JSON.stringify(done ?? {}));
  const { outgoing } = c.env;
  outgoing.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': body.length,
  });
  outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** The parsed JSON object of a request body; undefined when it is not one. */
export async function jsonBody(c: SimContext): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse(await c.req.text());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
