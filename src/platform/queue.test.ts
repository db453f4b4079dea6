import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { onEachEngine, silentLog, testDatabase } from '../../test/kit/index.ts';
import { createLogger, createQueue, type Database, defineJob, type Queue } from './index.ts';

interface Item {
  id: string;
}

const plain = defineJob<Item>('test.plain');
const shaky = defineJob<Item>('test.shaky', { retryLimit: 1, retryDelaySeconds: 0 });
const single = defineJob<Item>('test.single', { policy: 'short' });
const jobs = [plain, shaky, single];

onEachEngine((engine) => {
  describe('the queue', () => {
    let database: Database;
    let queue: Queue;
    const lines: string[] = [];
    const log = createLogger({
      level: 'info',
      secrets: [],
      destination: { write: (line) => lines.push(line) },
    });

    /** Whoever waits for one run of `plain` with an id. */
    const waiters = new Map<string, (run: { at: number; attempt: number }) => void>();
    const runOf = (id: string) =>
      new Promise<{ at: number; attempt: number }>((resolve) => {
        waiters.set(id, resolve);
      });
    const ran: string[] = [];

    before(async () => {
      database = await testDatabase(engine);
      queue = createQueue({ database, log, jobs });
      await queue.work(plain, async ({ id }, { attempt }) => {
        ran.push(id);
        waiters.get(id)?.({ at: performance.now(), attempt });
      });
      await queue.start();
    });
    after(async () => {
      await queue.stop({ timeoutMs: 1000 });
      await database.close();
    });

    test('a job sent in a transaction runs within milliseconds after its commit', async (t) => {
      const delays: number[] = [];
      for (let round = 0; round < 5; round++) {
        const run = runOf(`round ${round}`);
        await database.transaction((trx) => queue.send(trx, plain, { id: `round ${round}` }));
        const committed = performance.now();
        delays.push((await run).at - committed);
      }
      t.diagnostic(`from commit to handler on ${engine}: ${delays.map((ms) => ms.toFixed(1)).join(', ')} ms`);
      assert.ok(Math.min(...delays) < 500, 'polling alone would take up to 2 s');
    });

    test('many jobs of one transaction follow each other without waiting for a poll', async () => {
      const ids = Array.from({ length: 40 }, (_, at) => `one of many ${at}`);
      const runs = Promise.all(ids.map(runOf));
      const from = performance.now();
      await database.transaction(async (trx) => {
        for (const id of ids) await queue.send(trx, plain, { id });
      });
      await runs;
      assert.ok(performance.now() - from < 10_000, 'four workers with a job per poll would take 18 s');
    });

    test('a job sent in a transaction that rolls back never runs', async () => {
      const sent = database.transaction(async (trx) => {
        await queue.send(trx, plain, { id: 'rolled back' });
        throw new Error('changed my mind');
      });
      await assert.rejects(sent, /changed my mind/);
      await database.transaction((trx) => queue.send(trx, plain, { id: 'committed later' }));
      await queue.drain();
      assert.ok(ran.includes('committed later'));
      assert.ok(!ran.includes('rolled back'));
    });

    test('a failing job is logged with its name and id, run again, and reported once it is dead', async () => {
      const attempts: number[] = [];
      const dead: string[] = [];
      await queue.work(
        shaky,
        async (_payload, { attempt }) => {
          attempts.push(attempt);
          throw new Error(`attempt ${attempt} went wrong`);
        },
        { onDead: async ({ id }) => dead.push(id) },
      );
      const id = await queue.send(database.db, shaky, { id: 'hopeless' });
      await queue.drain();
      assert.deepEqual(attempts, [1, 2]);
      assert.deepEqual(dead, ['hopeless']);
      const failures = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'a job failed');
      assert.deepEqual(
        failures.map((line) => [line.level, line.job, line.id, line.err.message]),
        [
          ['warn', 'test.shaky', id, 'attempt 1 went wrong'],
          ['error', 'test.shaky', id, 'attempt 2 went wrong'],
        ],
      );
    });

    test('a delayed job waits, and a short policy keeps one waiting job per key', async () => {
      const tomorrow = new Date(Date.now() + 86_400_000);
      const first = await queue.send(
        database.db,
        single,
        { id: 'a' },
        { startAfter: tomorrow, singletonKey: 'k' },
      );
      const second = await queue.send(
        database.db,
        single,
        { id: 'b' },
        { startAfter: tomorrow, singletonKey: 'k' },
      );
      assert.ok(first);
      assert.equal(second, null);
      const stats = await queue.stats();
      assert.deepEqual(stats['test.single'], {
        ready: 0,
        active: 0,
        delayed: 1,
        failed: 0,
        oldestSeconds: 0,
      });
    });

    test('two handlers for one job are refused', async () => {
      await assert.rejects(
        queue.work(plain, async () => undefined),
        /already has a handler/,
      );
    });
  });

  test('a job that a stopped process left running is done by the next one', async () => {
    await using database = await testDatabase(engine);
    const lost = createQueue({ database, log: silentLog, jobs: [plain] });
    const begun = Promise.withResolvers<AbortSignal>();
    await lost.work(plain, (_payload, { signal }) => {
      begun.resolve(signal);
      return new Promise<void>(() => undefined);
    });
    await lost.start();
    await lost.send(database.db, plain, { id: 'left behind' });
    const signal = await begun.promise;
    await lost.stop({ graceful: false });
    assert.equal(signal.aborted, true);

    await using next = createQueue({ database, log: silentLog, jobs: [plain] });
    const done = Promise.withResolvers<string>();
    await next.work(plain, async ({ id }) => done.resolve(id));
    await next.start();
    assert.equal(await done.promise, 'left behind');
  });
});
