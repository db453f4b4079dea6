import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { KieClient, NetworkError, UncertainError } from '#kie';
import { createKieSim, type KieSim } from '#sim';
import { guardProvider, type ProviderGuard } from './index.ts';

const order = { prompt: 'A cat', aspect_ratio: '1:1' } as const;
let sim: KieSim;
let guard: ProviderGuard;

before(async () => {
  sim = await createKieSim({ apiKeys: ['key'] });
});
after(() => sim.close());
beforeEach(() => {
  sim.scenario.clear();
  guard = guardProvider(
    new KieClient({ apiKey: 'key', baseUrl: sim.url, retries: 0, allowHosts: [new URL(sim.url).host] }),
  );
});

const buy = () => guard.kie.createTask('z-image', order);
const arrivals = () => sim.journal.entries.length;

async function failing(times: number, call: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < times; turn++) await assert.rejects(call());
}

test('five calls in a row without an answer shut it: the sixth is refused here, surely unsent', async () => {
  sim.scenario.next('recordInfo', { kind: 'status', status: 502 }, { times: 5 });
  await failing(4, () => guard.kie.getTask('none'));
  assert.equal(guard.silence(), null);
  await failing(1, () => guard.kie.getTask('none'));
  await guard.fallsSilent();
  const before = arrivals();
  await assert.rejects(
    buy(),
    (error) => error instanceof NetworkError && !error.sent && error.certainlyRefused,
  );
  assert.equal(arrivals(), before);
});

test('any answer in between counts, also a refusal', async () => {
  for (let turn = 0; turn < 3; turn++) {
    sim.scenario.next('recordInfo', { kind: 'drop' }, { times: 4 });
    await failing(4, () => guard.kie.getTask('none'));
    await failing(1, () => guard.kie.getTask('none')); // kie.ai does not know it, and says so
  }
  assert.equal(guard.silence(), null);
});

test('a harmless question goes out all the same, and its answer lets calls through again', async () => {
  sim.scenario.next('recordInfo', { kind: 'drop' }, { times: 5 });
  sim.scenario.next('credit', { kind: 'drop' });
  await failing(5, () => guard.kie.getTask('none'));
  await assert.rejects(guard.probe());
  assert.equal(guard.silence(), 'unreachable');
  const bought = sim.journal.bought().length;
  await guard.probe();
  assert.equal(guard.silence(), null);
  assert.equal(sim.journal.bought().length, bought);
  await buy();
});

test('orders that nobody confirms stop orders although kie.ai answers otherwise, and then go one by one', async () => {
  sim.scenario.next('createTask', { kind: 'refuse', code: 500, msg: 'Internal Error' }, { times: 6 });
  assert.equal(guard.ordersAtOnce(), 20);
  for (let turn = 0; turn < 5; turn++) {
    await guard.probe();
    await assert.rejects(buy(), UncertainError);
    assert.equal(guard.ordersAtOnce(), 1);
  }
  assert.equal(guard.silence(), 'unconfirmed');
  await assert.rejects(buy(), NetworkError);
  await guard.probe();
  await assert.rejects(buy(), UncertainError);
  assert.equal(guard.silence(), 'unconfirmed', 'one more is enough to stop them again');
  await guard.probe();
  await buy();
  assert.equal(guard.ordersAtOnce(), 20);
});
