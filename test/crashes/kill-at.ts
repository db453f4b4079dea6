/**
 * Preloaded into the product (`node --import`): ends its process with SIGKILL at the named point that the harness
 * asks for, with no chance to clean up. Without an order it does nothing.
 */
import { subscribe } from 'node:diagnostics_channel';

/** Sent by the harness: die when `at` is reached for the `nth` time from now on. */
export interface KillOrder {
  at: string;
  nth: number;
}

/** An order for the start itself; later ones come as messages. */
let order: KillOrder | null = process.env.KILL_AT ? { at: process.env.KILL_AT, nth: 1 } : null;

process.on('message', (message) => {
  order = message as KillOrder;
  process.send?.('armed');
});
process.channel?.unref();

subscribe('kiegram:checkpoint', (name) => {
  const due = order;
  if (due === null || due.at !== name) return;
  due.nth -= 1;
  if (due.nth === 0) process.kill(process.pid, 'SIGKILL');
});
