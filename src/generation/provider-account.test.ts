import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KieClient } from '#kie';
import { createQueue, type Database, isAppError, type Queue } from '#platform';
import { createKieSim, type KieSim } from '#sim';
import { onEachEngine, silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import {
  type AlertCode,
  askProvider,
  assertProviderOpen,
  generationJobs,
  guardProvider,
  providerAccount,
  watchProviderAccount,
} from './index.ts';
import { alertJob } from './jobs.ts';
import { closeSelling } from './provider-refusal.ts';

onEachEngine((engine) => {
  let database: Database;
  let sim: KieSim;
  let queue: Queue;
  const alerts: [AlertCode, unknown][] = [];
  const clock = new VirtualClock('2026-11-20T12:00:00Z');
  before(async () => {
    database = await testDatabase(engine);
    queue = createQueue({ database, log: silentLog, jobs: generationJobs });
    await queue.start();
    await queue.work(alertJob, async ({ code, values }) => void alerts.push([code, values]));
    sim = await createKieSim({ apiKeys: ['key'], credits: 1000 });
  });
  after(async () => {
    await queue.stop();
    await sim.close();
    await database.close();
  });

  const guard = () =>
    guardProvider(
      new KieClient({ apiKey: 'key', baseUrl: sim.url, retries: 0, allowHosts: [new URL(sim.url).host] }),
    );
  const slice = () => ({
    database,
    queue,
    clock,
    log: silentLog,
    guard: guard(),
    limits: { warn: 500, stop: 50 },
  });
  async function look(kieCredits: number): Promise<[AlertCode, unknown][]> {
    sim.credits.set(kieCredits);
    await askProvider(slice());
    await askProvider(slice());
    return told();
  }
  /** What the operators have been told since the last time. */
  async function told(): Promise<[AlertCode, unknown][]> {
    await queue.drain();
    return alerts.splice(0);
  }

  test('nothing is refused before the account has been looked at', async () => {
    await assertProviderOpen(database.db);
    assert.equal((await providerAccount(database.db)).askedAt, null);
  });

  test('a full account alarms nobody', async () => {
    assert.deepEqual(await look(500), []);
    assert.deepEqual(await providerAccount(database.db), {
      level: 'enough',
      kieCredits: 500,
      askedAt: clock.now(),
      silentSince: null,
    });
  });

  test('below the first limit the operator is warned once and selling goes on', async () => {
    assert.deepEqual(await look(499.5), [['provider-credits-low', { credits: 499 }]]);
    await assertProviderOpen(database.db);
  });

  test('below the second limit selling stops', async () => {
    assert.deepEqual(await look(49), [['provider-closed', { credits: 49 }]]);
    await assert.rejects(assertProviderOpen(database.db), (error) => isAppError(error, 'provider-closed'));
  });

  test('kie.ai being silent changes nothing', async () => {
    sim.scenario.next('credit', { kind: 'drop' }, { times: Number.POSITIVE_INFINITY });
    await assert.rejects(askProvider(slice()));
    sim.scenario.clear();
    assert.equal((await providerAccount(database.db)).level, 'closed');
  });

  test('after a top-up selling goes on by itself, within a minute', async () => {
    const stopping = new AbortController();
    const watching = watchProviderAccount(slice(), stopping.signal);
    const untilAsleep = async () => {
      while (clock.sleeping === 0) await new Promise(setImmediate);
    };
    await untilAsleep();
    assert.equal((await providerAccount(database.db)).level, 'closed');
    sim.credits.set(800);
    await clock.advance(60_000);
    await untilAsleep();
    stopping.abort();
    await watching;
    assert.deepEqual(await told(), [['provider-credits-enough', { credits: 800 }]]);
    await assertProviderOpen(database.db);
  });

  test('a refusal with enough left stops selling, is told in its own transaction, and is tried again after half an hour', async () => {
    sim.credits.set(800);
    await database.transaction((trx) => closeSelling(trx, queue, clock.now()));
    assert.deepEqual(await told(), [['provider-out-of-credits', {}]]);
    await clock.advance(29 * 60_000);
    await askProvider(slice());
    await assert.rejects(assertProviderOpen(database.db), (error) => isAppError(error, 'provider-closed'));
    await clock.advance(60_000);
    await askProvider(slice());
    await assertProviderOpen(database.db);
    assert.deepEqual(await told(), [['provider-credits-enough', { credits: 800 }]]);
  });

  test('silence pauses the line at once for all replicas, and the first answer ends it', async () => {
    const watched = slice();
    const stopping = new AbortController();
    const watching = watchProviderAccount(watched, stopping.signal);
    const until = async (silent: boolean) => {
      while (((await providerAccount(database.db)).silentSince !== null) !== silent)
        await new Promise(setImmediate);
    };
    while (clock.sleeping === 0) await new Promise(setImmediate);
    sim.scenario.next('credit', { kind: 'drop' }, { times: Number.POSITIVE_INFINITY });
    for (let turn = 0; turn < 5; turn++) await assert.rejects(watched.guard.kie.credits());
    await until(true);
    assert.deepEqual(await told(), [['provider-silent', {}]]);
    while (clock.sleeping === 0) await new Promise(setImmediate);
    sim.scenario.clear();
    await clock.advance(5_000);
    await until(false);
    assert.deepEqual(await told(), [['provider-answers', {}]]);
    stopping.abort();
    await watching;
  });
});
