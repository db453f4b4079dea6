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
  providerAccount,
  watchProviderAccount,
} from './index.ts';

onEachEngine((engine) => {
  let database: Database;
  let sim: KieSim;
  let queue: Queue;
  let alerts: [AlertCode, unknown][] = [];
  const clock = new VirtualClock('2026-11-20T12:00:00Z');
  before(async () => {
    database = await testDatabase(engine);
    queue = createQueue({ database, log: silentLog, jobs: generationJobs });
    await queue.start();
    sim = await createKieSim({ apiKeys: ['key'], credits: 1000 });
  });
  after(async () => {
    await queue.stop();
    await sim.close();
    await database.close();
  });

  const slice = () => ({
    database,
    queue,
    clock,
    log: silentLog,
    kie: new KieClient({ apiKey: 'key', baseUrl: sim.url, allowHosts: [new URL(sim.url).host] }),
    operators: { alert: async (code: AlertCode, values: unknown) => void alerts.push([code, values]) },
    limits: { warn: 500, stop: 50 },
  });
  async function look(kieCredits: number): Promise<[AlertCode, unknown][]> {
    alerts = [];
    sim.credits.set(kieCredits);
    await askProvider(slice());
    await askProvider(slice());
    return alerts;
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

  test('after a top-up selling goes on by itself, within five minutes', async () => {
    alerts = [];
    const stopping = new AbortController();
    const watching = watchProviderAccount(slice(), stopping.signal);
    const untilAsleep = async () => {
      while (clock.sleeping === 0) await new Promise(setImmediate);
    };
    await untilAsleep();
    assert.equal((await providerAccount(database.db)).level, 'closed');
    sim.credits.set(800);
    await clock.advance(5 * 60_000);
    await untilAsleep();
    stopping.abort();
    await watching;
    assert.deepEqual(alerts, [['provider-credits-enough', { credits: 800 }]]);
    await assertProviderOpen(database.db);
  });
});
