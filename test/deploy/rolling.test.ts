/** What hosting platforms do: the new one starts, is healthy, the old one gets SIGTERM; people write all the time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Product } from '../crashes/product.ts';
import { startChatter } from './chatter.ts';
import { type Fleet, openFleet, secondsUntil } from './fleet.ts';

/**
 * A 409 that reached a living process, or several: one may go to the poll that the old process has broken off and that
 * only Telegram still knows of.
 */
function assertNoStorm(fleet: Fleet, ...products: Product[]): void {
  const conflicts = fleet.telegram.journal.calls('getUpdates').filter(({ status }) => status === 409);
  assert.ok(conflicts.length <= 1, `${conflicts.length} conflicts`);
  for (const { log } of products) assert.doesNotMatch(log, /somebody else takes the updates/);
}

test('polling with standby: the new one waits beside the old one and takes over', async (context) => {
  await using fleet = await openFleet();
  const [old, fresh] = [await fleet.instance(), await fleet.instance()];
  await old.start();
  const chatter = startChatter(fleet.telegram);
  await fresh.start();
  assert.equal(await fresh.state(), 'standby');
  await delay(1_000);
  old.signal('SIGTERM');
  const seconds = await secondsUntil(async () => (await fresh.state()) === 'leader');
  assert.ok(await old.death(30_000));
  assert.equal(old.exitCode, 0);
  await delay(1_000);
  const count = await chatter.end();
  assertNoStorm(fleet, old, fresh);
  assert.ok(seconds < 5, `${seconds} s`);
  context.diagnostic(
    `hand-over ${seconds.toFixed(1)} s, longest wait ${chatter.longestWait().toFixed(1)} s, ${count} messages`,
  );
  await fresh.stop();
});

test('polling with exit: the second one leaves with code 0 and a word; the platform starts it again', async (context) => {
  await using fleet = await openFleet();
  const env = { SINGLETON_CONFLICT: 'exit' };
  const [old, fresh] = [await fleet.instance({ env }), await fleet.instance({ env })];
  await old.start();
  const chatter = startChatter(fleet.telegram);
  fresh.launch();
  assert.ok(await fresh.death(30_000));
  assert.equal(fresh.exitCode, 0);
  assert.match(
    fresh.log,
    /Another instance polls with this token: this one exits \(SINGLETON_CONFLICT=exit\)/,
  );
  old.signal('SIGTERM');
  const seconds = await secondsUntil(async () => {
    if (!fresh.running) fresh.launch();
    return (await fresh.state()) === 'leader';
  });
  await delay(1_000);
  const count = await chatter.end();
  assertNoStorm(fleet, old, fresh);
  context.diagnostic(
    `hand-over ${seconds.toFixed(1)} s, longest wait ${chatter.longestWait().toFixed(1)} s, ${count} messages`,
  );
  await fresh.stop();
});

test('by webhook there is no hand-over: both answer until the old one has gone', async (context) => {
  await using fleet = await openFleet();
  const env = { BOT_MODE: 'webhook' };
  const [old, fresh] = [await fleet.instance({ env }), await fleet.instance({ env })];
  const targetOf = ({ port }: Product) => ({ host: '127.0.0.1', port });
  fleet.balancer.targets = [targetOf(old)];
  await old.start();
  const chatter = startChatter(fleet.telegram);
  await fresh.start();
  fleet.balancer.targets = [targetOf(old), targetOf(fresh)];
  await delay(1_000);
  old.signal('SIGTERM');
  fleet.balancer.targets = [targetOf(fresh)];
  assert.ok(await old.death(30_000));
  assert.equal(old.exitCode, 0);
  await delay(1_000);
  const count = await chatter.end();
  assert.equal(fleet.telegram.journal.calls('getUpdates').length, 0);
  assert.equal(fleet.telegram.journal.calls('setWebhook').length, 1);
  context.diagnostic(`longest wait ${chatter.longestWait().toFixed(1)} s, ${count} messages`);
  await fresh.stop();
});
