import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from 'grammy';
import pg from 'pg';
import { singletonKey } from '#platform';
import { startChatter } from './chatter.ts';
import { BOT_TOKEN, type Fleet, openFleet, secondsUntil } from './fleet.ts';

test('the connection to the database goes silent under the leader: it stops polling within 5 s, and comes back', async (context) => {
  await using fleet = await openFleet();
  const leader = await fleet.instance({ throughWire: true });
  await leader.start();
  const chatter = startChatter(fleet.telegram, 3);
  await delay(500);
  await chatter.rest();
  fleet.wire.silence();
  const seconds = await secondsUntil(async () => (await leader.state()) !== 'leader');
  assert.ok(seconds < 5, `${seconds} s`);
  const polls = fleet.telegram.journal.calls('getUpdates').length;
  await delay(2_000);
  assert.equal(fleet.telegram.journal.calls('getUpdates').length, polls, 'nothing is asked without the lock');
  fleet.wire.cut();
  fleet.wire.speak();
  chatter.goOn();
  const back = await secondsUntil(async () => (await leader.state()) === 'leader', 40_000).catch((error) => {
    throw new Error(`${error.message}: ${leader.running}\n${leader.log}`);
  });
  await delay(500);
  await chatter.end();
  context.diagnostic(
    `polling ends after ${seconds.toFixed(1)} s, begins again ${back.toFixed(1)} s after the wire is mended`,
  );
});

test('a leader that was frozen and lost the lock meanwhile touches nothing when it wakes up', async (context) => {
  await using fleet = await openFleet();
  const [frozen, standby] = [await fleet.instance(), await fleet.instance()];
  await frozen.start();
  await standby.start();
  const chatter = startChatter(fleet.telegram, 5);
  await delay(1_000);
  await chatter.rest();
  frozen.signal('SIGSTOP');
  await terminateHolder(fleet);
  const seconds = await secondsUntil(async () => (await standby.state()) === 'leader');
  chatter.goOn();
  await delay(6_000);
  frozen.signal('SIGCONT');
  await secondsUntil(async () => (await frozen.state()) === 'standby');
  await delay(2_000);
  const messages = await chatter.end();
  assert.equal(await standby.state(), 'leader');
  assert.doesNotMatch(standby.log, /somebody else takes the updates/);
  // The late stop of the old one disturbs nobody either.
  const later = startChatter(fleet.telegram, 5);
  await frozen.stop();
  await delay(1_000);
  await later.end();
  assert.doesNotMatch(standby.log, /somebody else takes the updates/);
  context.diagnostic(`the standby leads after ${seconds.toFixed(1)} s, ${messages} messages answered once`);
});

test('a program that polls with our token beside us ends nothing: we step back, and go on when it stops', async (context) => {
  await using fleet = await openFleet();
  const product = await fleet.instance();
  await product.start();
  const foreigner = new Api(BOT_TOKEN, { apiRoot: fleet.telegram.url });
  const until = performance.now() + 12_000;
  let taken = 0;
  while (performance.now() < until) {
    await foreigner.getUpdates({ timeout: 2 }).then(
      () => undefined,
      () => void taken++,
    );
  }
  const refused = fleet.telegram.journal.calls('getUpdates').filter(({ status }) => status === 409).length;
  assert.ok(refused < 12, `${refused} conflicts in 12 s`);
  const chatter = startChatter(fleet.telegram, 3);
  await delay(500);
  const messages = await chatter.end();
  assert.ok(product.running);
  context.diagnostic(
    `${refused} conflicts in 12 s, then ${messages} messages answered once; longest wait ${chatter.longestWait().toFixed(1)} s`,
  );
});

async function terminateHolder({ database }: Fleet): Promise<void> {
  if (database.engine !== 'postgres') throw new Error('Expected PostgreSQL');
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
     and database = (select oid from pg_database where datname = current_database())
     and (classid::bigint << 32 | objid::bigint) = $1`,
    [singletonKey(BOT_TOKEN)],
  );
  await admin.end();
}
