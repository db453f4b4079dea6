import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditAll } from '#app';
import { arrived, stories, type Visitor } from '../crashes/stories.ts';
import { startChatter } from './chatter.ts';
import { type Fleet, openFleet, secondsUntil } from './fleet.ts';

const ORDERS = 24;
/** kie.ai's limit for the whole account (facts: unified job API). */
const LIMIT = { calls: 20, windowMs: 10_000 };

test('a poller, a web process and two workers share the work; one worker is killed and the other takes over', async (context) => {
  await using fleet = await openFleet();
  const [poller, web, first, second] = await Promise.all(
    ['poller', 'web', 'worker', 'worker'].map((role) => fleet.instance({ role })),
  );
  assert.ok(poller && web && first && second);
  fleet.balancer.targets = [{ host: '127.0.0.1', port: web.port }];
  fleet.kie.scenario.task({ runMs: 5_000 }, { times: Number.POSITIVE_INFINITY });
  for (const product of [poller, web, first, second]) await product.start();
  assert.deepEqual(await Promise.all([poller, web, first, second].map((product) => product.state())), [
    'leader',
    'web',
    'worker',
    'worker',
  ]);

  const chatter = startChatter(fleet.telegram, 5);
  const visitors = Array.from({ length: ORDERS }, (_, index) => visitor(fleet, index));
  await Promise.all(visitors.map((one) => stories.picture.act(one)));
  await secondsUntil(() => fleet.kie.journal.bought().length >= ORDERS, 120_000).catch((error) => {
    throw new Error(
      `${error.message}: ${fleet.kie.journal.bought().length} bought\n${first.log}\n${second.log}`,
    );
  });
  first.kill();
  const seconds = await secondsUntil(() => visitors.every(hasResult), 120_000);
  const messages = await chatter.end();

  assert.ok(mostInOneWindow(fleet) <= LIMIT.calls, `${mostInOneWindow(fleet)} orders within 10 s`);
  assert.equal(fleet.kie.journal.bought().length, ORDERS, 'each order is bought once');
  const again = await sentAgain(fleet);
  const copies = visitors.reduce((sum, one) => sum + arrived(one.person, stories.picture).length - 1, 0);
  assert.ok(copies <= again, `${copies} copies, ${again} of them marked`);
  assert.deepEqual((await auditAll(fleet.database.db)).findings, []);
  context.diagnostic(
    `all ${ORDERS} results ${seconds.toFixed(1)} s after the kill (a task takes 5 s), ${copies} copies, ` +
      `${mostInOneWindow(fleet)} orders in the busiest 10 s, ${messages} messages answered in order meanwhile`,
  );
});

test('of four processes that do everything the leader is killed, and another one polls', async (context) => {
  await using fleet = await openFleet();
  const all = await Promise.all(Array.from({ length: 4 }, () => fleet.instance()));
  const [leader, ...others] = all;
  assert.ok(leader);
  await leader.start();
  for (const product of others) await product.start();
  const chatter = startChatter(fleet.telegram, 5);
  await secondsUntil(() => chatter.longestWait() > 0);
  await chatter.rest();
  leader.kill();
  const states = () => Promise.all(others.map((product) => product.state()));
  const seconds = await secondsUntil(async () => (await states()).includes('leader'));
  assert.equal((await states()).filter((state) => state === 'leader').length, 1);
  chatter.goOn();
  await secondsUntil(() => chatter.sent() > 60);
  const messages = await chatter.end();
  context.diagnostic(
    `another one leads after ${seconds.toFixed(1)} s, ${messages} messages answered in order`,
  );
});

function visitor({ telegram, kie }: Fleet, index: number): Visitor {
  const person = telegram.people.join({ first_name: `Buyer ${index}` });
  return { person, ticket: `ticket-fleet-${String(index).padStart(4, '0')}`, kie, telegram };
}

function hasResult(one: Visitor): boolean {
  return arrived(one.person, stories.picture).length > 0;
}

function mostInOneWindow({ kie }: Fleet): number {
  const times = kie.journal.requests('createTask').map(({ at }) => at);
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + LIMIT.windowMs).length),
  );
}

async function sentAgain({ database }: Fleet): Promise<number> {
  const rows = await database.db.selectFrom('parts').select('index').where('sent_again', '>', 0).execute();
  return rows.length;
}
