import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { auditAll } from '#app';
import { balance } from '#ledger';
import { defineJob, isAppError } from '#platform';
import { engines } from '../kit/index.ts';
import { openReplicas, type Replica, type Replicas } from './replicas.ts';

const CROWD = 50;
/** The room's own, by its name. */
const deliverJob = defineJob<{ id: string }>('generation.deliver');

describe('fifty at once in two processes on PostgreSQL', {
  skip: engines.includes('postgres') ? false : 'no PostgreSQL',
}, () => {
  let world: Replicas;
  before(async () => {
    world = await openReplicas({ config: { providerLimit: { calls: 1_000_000, windowMs: 1 } } });
    world.work();
  });
  after(() => world[Symbol.asyncDispose]());
  afterEach(async () => {
    await drain();
    assert.deepEqual((await auditAll(world.database.db)).findings, []);
  });

  const replicaOf = (index: number): Replica => world.all[index % 2 === 0 ? 0 : 1];
  const drain = () => Promise.all(world.all.map(({ queue }) => queue.drain()));

  /** Does a deed `CROWD` times at once, in both processes; answers how often each outcome or error code came. */
  async function crowd(deed: (replica: Replica, index: number) => Promise<unknown>) {
    const counts: Record<string, number> = {};
    const one = async (index: number) => {
      const outcome = String(await deed(replicaOf(index), index).catch(codeOf));
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    };
    await Promise.all(Array.from({ length: CROWD }, (_, index) => one(index)));
    return counts;
  }

  async function states(id: string): Promise<string[]> {
    return (await world.all[0].generations.story(id)).map(({ state }) => state);
  }

  /** A generation whose task kie.ai has ended, and nobody here knows. */
  async function ended(
    name: string,
  ): Promise<{ id: string; secret: string; taskId: string; personId: number }> {
    const personId = await world.arrive(world.price);
    const id = await world.submit(world.all[0], personId, name);
    await drain();
    const row = await world.database.db
      .selectFrom('generations')
      .select(['task_id', 'callback_secret'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const taskId = row.task_id ?? assert.fail('it was not bought');
    world.kie.tasks.finishNow(taskId);
    return { id, secret: row.callback_secret, taskId, personId };
  }

  const bought = () => world.kie.journal.bought().length;

  test('a confirmation tapped by everybody is one generation, held and bought once', async () => {
    const [personId, before] = [await world.arrive(world.price * 3), bought()];
    const ids = await crowd((replica) => world.submit(replica, personId, 'one form'));
    await drain();
    assert.deepEqual(Object.values(ids), [CROWD]);
    assert.equal(bought() - before, 1);
    assert.deepEqual(await balance(world.database.db, personId), {
      available: world.price * 2,
      held: world.price,
    });
  });

  test('of many drafts against one balance exactly one wins that can pay one', async () => {
    const [personId, before] = [await world.arrive(world.price * 2 - 1), bought()];
    const counts = await crowd((replica, index) =>
      world.submit(replica, personId, `draft ${index}`).then(() => 'submitted'),
    );
    await drain();
    assert.deepEqual(counts, { submitted: 1, 'balance-too-low': CROWD - 1 });
    assert.equal(bought() - before, 1);
  });

  test('nobody has more open at once than they may, however fast they tap', async () => {
    const personId = await world.arrive(world.price * CROWD);
    const counts = await crowd((replica, index) =>
      world.submit(replica, personId, `many ${index}`).then(() => 'submitted'),
    );
    assert.deepEqual(counts, { submitted: 5, 'too-many-open': CROWD - 5 });
  });

  test('each of many in line is bought by exactly one of the two processes', async () => {
    const people = await Promise.all(Array.from({ length: CROWD }, () => world.arrive(world.price)));
    const before = bought();
    const ids = await Promise.all(
      people.map((personId, index) => world.submit(replicaOf(index), personId, `line ${personId}`)),
    );
    await Promise.all(world.all.map(({ generations }) => generations.sweepOnce()));
    await drain();
    assert.equal(bought() - before, CROWD);
    for (const id of ids) assert.deepEqual(await states(id), ['queued', 'submitting', 'running']);
  });

  test('of cancelling and buying exactly one wins, and only the bought one is still held', async () => {
    const personId = await world.arrive(world.price * 5);
    const outcomes = await Promise.all(
      [0, 1, 2, 3, 4].map(async (index) => {
        const before = bought();
        const id = await world.submit(replicaOf(index), personId, `fickle ${index}`);
        const counts = await crowd((replica) =>
          replica.generations.cancel(id, personId).then(() => 'cancelled'),
        );
        return { id, counts, before };
      }),
    );
    await drain();
    let kept = 0;
    for (const { id, counts } of outcomes) {
      const cancelled = (await states(id)).at(-1) === 'cancelled';
      if (!cancelled) kept += 1;
      const refused = { 'too-late-to-cancel': CROWD - Number(cancelled) };
      assert.deepEqual(counts, cancelled ? { cancelled: 1, ...refused } : refused);
    }
    assert.equal((await balance(world.database.db, personId)).held, kept * world.price);
  });

  test('callback, poll and sweep at once: one records, one delivers, charged once', async () => {
    const { id, secret, taskId, personId } = await ended('told by everybody');
    const before = world.sent.length;
    await world.clock.advance(3_000);
    await crowd(async ({ generations }, index) =>
      index % 3 === 0 ? generations.sweepOnce() : generations.receiveCallback(id, secret, taskId),
    );
    await drain();
    assert.deepEqual(await states(id), ['queued', 'submitting', 'running', 'succeeded', 'delivered']);
    assert.equal(world.sent.length - before, 1);
    assert.deepEqual(await balance(world.database.db, personId), { available: 0, held: 0 });
  });

  test('delivered by everybody is sent once', async () => {
    const { id, secret, taskId } = await ended('delivered by everybody');
    const before = world.sent.length;
    await world.all[0].generations.receiveCallback(id, secret, taskId);
    await crowd(({ queue }) => queue.send(world.database.db, deliverJob, { id }).then(() => 'sent'));
    await drain();
    assert.equal((await states(id)).at(-1), 'delivered');
    const parts = world.sent.slice(before);
    assert.deepEqual(
      parts.map(({ index }) => index),
      [0],
    );
  });
});

function codeOf(error: unknown): string {
  if (isAppError(error)) return error.code;
  throw error;
}
