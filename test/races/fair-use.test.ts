import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { engines } from '../kit/index.ts';
import { openReplicas, type Replicas } from './replicas.ts';

/** facts: createTask takes 20 calls in any 10 seconds. */
const LIMIT = { calls: 20, windowMs: 10_000 };
const REPLICAS = 3;
const QUEUED = 500;
/** Newcomers appear so long after the one before was served: shortly before, after and between two rounds of calls. */
const PAUSES_MS = [2_000, 6_500, 9_000, 500];

describe('the account of kie.ai, shared by three processes', {
  skip: engines.includes('postgres') ? false : 'no PostgreSQL',
}, () => {
  let world: Replicas;
  before(async () => {
    world = await openReplicas({ count: REPLICAS, limited: true });
  });
  after(() => world[Symbol.asyncDispose]());

  /**
   * While somebody waits each process sleeps twice: until the next round of the sweep, and until the next call. Time
   * stands still as long as a call is under way, so that it arrives when it left.
   */
  async function everybodySleeps(): Promise<void> {
    while (world.clock.sleeping < 2 * REPLICAS || (await underWay()) > 0) await delay(1);
  }

  async function underWay(): Promise<number> {
    const rows = world.database.db.selectFrom('generations').select('id').where('state', '=', 'submitting');
    return (await rows.execute()).length;
  }

  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; ) {
      await everybodySleeps();
      const step = Math.min(left, world.clock.nextDue ?? left);
      await world.clock.advance(step);
      left -= step;
    }
    await everybodySleeps();
  }

  const called = () => world.kie.journal.requests('createTask');
  const now = () => world.clock.now().getTime();

  /** One person's line of `QUEUED`, written as `submit` leaves it. */
  async function longLine(personId: number): Promise<void> {
    const first = await world.submit(world.all[0], personId, 'the first of many');
    await sql`
      insert into generations (id, key, person_id, chat_id, model_id, input, task_input, quote, credits, state,
        callback_secret, wake_at, created_at)
      select 'many-' || number, 'many-' || number, person_id, chat_id, model_id, input, task_input, quote, credits,
        'queued', 'secret', wake_at, created_at + number * interval '1 ms'
      from generations, generate_series(1, ${QUEUED - 1}) as number where id = ${first}`.execute(
      world.database.db,
    );
  }

  /** How long a newcomer waited until their call left, against the time until any call could leave. */
  async function newcomer(): Promise<{ waited: number; ideal: number }> {
    const replica = world.all[1];
    const personId = await world.arrive(world.price);
    const window = called().slice(-LIMIT.calls);
    const free = window.length < LIMIT.calls ? now() : (window[0]?.at ?? 0) + LIMIT.windowMs;
    const [from, id] = [now(), await world.submit(replica, personId, `newcomer ${personId}`)];
    for (;;) {
      await pass(250);
      const startedAt = (await replica.generations.get(id))?.startedAt;
      if (startedAt) return { waited: startedAt.getTime() - from, ideal: free - from };
    }
  }

  test('is never asked too often, hardly ever idle, and who comes new waits for the next free call only', async (t) => {
    await longLine(await world.arrive(world.price * QUEUED));
    world.work();
    const waits: { waited: number; ideal: number }[] = [];
    for (const pause of PAUSES_MS) {
      await pass(pause);
      waits.push(await newcomer());
    }

    const calls = called();
    assert.deepEqual(
      calls.filter(({ code }) => code !== 200),
      [],
      'kie.ai refused',
    );
    const times = calls.map(({ at }) => at);
    times.forEach((at, index) => {
      const before = times[index - LIMIT.calls];
      assert.ok(before === undefined || at - before >= LIMIT.windowMs, `call ${index} left too early`);
    });
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const most = ((last - first) / LIMIT.windowMs) * LIMIT.calls;
    const used = times.filter((at) => at < last).length / most;
    t.diagnostic(`${times.length} calls, ${(used * 100).toFixed(1)} % of what is allowed`);
    assert.ok(used >= 0.97, `only ${(used * 100).toFixed(1)} % of what is allowed`);
    t.diagnostic(
      `newcomers waited ${waits.map(({ waited, ideal }) => `${waited} (${ideal})`).join(', ')} ms`,
    );
    for (const { waited, ideal } of waits) assert.ok(waited <= 2 * ideal, `${waited} ms, ideal ${ideal}`);
  });

  test('tells who waits their place in the order of service, and again as it changes', async () => {
    const personId = await world.arrive(world.price * 3);
    const ids: string[] = [];
    for (const key of ['my first', 'my second', 'my third']) {
      ids.push(await world.submit(world.all[0], personId, key));
      await world.clock.advance(1);
    }
    const placeOf = async (id: string) => (await world.all[1].generations.status(id))?.queuePlace;
    assert.deepEqual(await Promise.all(ids.map(placeOf)), [1, 3, 5]);

    const last = `many-${QUEUED - 1}`;
    const before = await world.all[1].generations.status(last);
    assert.equal(before?.startsInSeconds, Math.floor(((before?.queuePlace ?? 0) - 1) / 20) * 10);
    await pass(LIMIT.windowMs + 1_000);
    assert.equal((before?.queuePlace ?? 0) - ((await placeOf(last)) ?? 0), LIMIT.calls);
    const told = Map.groupBy(world.shown, ({ generation }) => generation.id);
    const places = [...told.values()].map((all) => new Set(all.map(({ queuePlace }) => queuePlace)).size);
    assert.ok(Math.max(...places) >= 2, 'nobody was told of a new place');
  });
});
