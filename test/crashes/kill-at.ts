/**
 * Preloaded into the product (`node --import`): ends its process with SIGKILL at the named point that the harness
 * asks for, with no chance to clean up; takes name resolution away; tells what the heap holds. Without an order it
 * does nothing.
 */
import { subscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Sent by the harness: die when `at` is reached for the `nth` time from now on. */
export interface KillOrder {
  at: string;
  nth: number;
}

export type Order = KillOrder | { resolveNames: boolean } | 'weigh';

/** An order for the start itself; later ones come as messages. */
let order: KillOrder | null = process.env.KILL_AT ? { at: process.env.KILL_AT, nth: 1 } : null;

process.on('message', (message) => {
  const wish = message as Order;
  if (wish === 'weigh') return process.send?.(weigh());
  if ('resolveNames' in wish) dns.lookup = wish.resolveNames ? lookup : (failingLookup as typeof dns.lookup);
  else order = wish;
  process.send?.('armed');
});
process.channel?.unref();

const { lookup } = dns;

/** What a resolver that is not there makes of a name. */
function failingLookup(hostname: string, ...[options, told]: unknown[]): void {
  const facts = { code: 'EAI_AGAIN', syscall: 'getaddrinfo', errno: -3001, hostname };
  const error = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${hostname}`), facts);
  const callback = (told ?? options) as (error: Error) => void;
  setImmediate(callback, error);
}

/** Bytes that the heap really holds. */
function weigh(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

subscribe('kiegram:checkpoint', (name) => {
  const due = order;
  if (due === null || due.at !== name) return;
  due.nth -= 1;
  if (due.nth === 0) process.kill(process.pid, 'SIGKILL');
});
