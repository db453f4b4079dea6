import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Update } from 'grammy/types';
import { createTelegramSim, type TelegramSim } from '../../sim/telegram/index.ts';
import { silentLog, VirtualClock } from '../../test/kit/index.ts';
import { createPlainApi } from './api.ts';
import { createPoller, type PollerAlertCode } from './poller.ts';

const token = '123456:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ';

interface Instance {
  clock: VirtualClock;
  alerts: PollerAlertCode[];
  received: string[];
  /** Resolves when so many messages have been received. */
  receives(count: number): Promise<void>;
  stop(): Promise<string>;
}

function startInstance(sim: TelegramSim, hold: Promise<void> = Promise.resolve()): Instance {
  const clock = new VirtualClock();
  const alerts: PollerAlertCode[] = [];
  const received: string[] = [];
  const stop = new AbortController();
  let notify: () => void = () => undefined;
  const poller = createPoller({
    api: createPlainApi({ token, apiRoot: sim.url }),
    async handleUpdate(update: Update) {
      await hold;
      received.push(update.message?.text ?? '');
      notify();
    },
    lock: { held: () => true, stillHeld: async () => true },
    pendingUpdates: 'keep',
    webhook: { own: null, protect: false },
    alert: async (code) => void alerts.push(code),
    clock,
    log: silentLog,
    random: () => 0.5,
  });
  const running = poller.run(stop.signal);
  return {
    clock,
    alerts,
    received,
    receives: (count) =>
      new Promise((resolve) => {
        notify = () => {
          if (received.length >= count) resolve();
        };
        notify();
      }),
    stop() {
      stop.abort();
      return running;
    },
  };
}

async function withTelegram(use: (sim: TelegramSim) => Promise<void>): Promise<void> {
  await using sim = await createTelegramSim({ bots: [{ token, username: 'a_bot', first_name: 'A' }] });
  await use(sim);
}

const pollsOf = (sim: TelegramSim) =>
  sim.journal.entries.filter((entry) => entry.kind === 'call' && entry.method === 'getUpdates');

const waitsForUpdates = async (sim: TelegramSim, count: number) => {
  while (pollsOf(sim).length < count) await new Promise((resolve) => setImmediate(resolve));
};

const sleeps = async ({ clock }: Instance) => {
  while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
};

test('messages arrive once each and in order', async () => {
  await withTelegram(async (sim) => {
    const ann = sim.people.join({ first_name: 'Ann' });
    const instance = startInstance(sim);
    for (const text of ['one', 'two', 'three']) ann.send(text);
    await instance.receives(3);
    assert.equal(await instance.stop(), 'stopped');
    assert.deepEqual(instance.received, ['one', 'two', 'three']);
  });
});

test('of two pollers the older one is sent away and comes back later; neither ends, nothing is lost', async () => {
  await withTelegram(async (sim) => {
    const ann = sim.people.join({ first_name: 'Ann' });
    const older = startInstance(sim);
    await waitsForUpdates(sim, 1);
    const newer = startInstance(sim);
    await sleeps(older);
    ann.send('for the newer');
    await newer.receives(1);
    assert.equal(await newer.stop(), 'stopped');
    await older.clock.advance(3_000);
    ann.send('for the older');
    await older.receives(1);
    assert.deepEqual(older.received, ['for the older']);
    assert.equal(await older.stop(), 'stopped');
  });
});

test('a stop leaves nothing behind that could disturb the successor, and nothing is handled twice', async () => {
  await withTelegram(async (sim) => {
    const ann = sim.people.join({ first_name: 'Ann' });
    const first = startInstance(sim);
    ann.send('before');
    await first.receives(1);
    await first.stop();
    const before = pollsOf(sim).length;
    const second = startInstance(sim);
    await waitsForUpdates(sim, before + 1);
    ann.send('after');
    await second.receives(1);
    assert.deepEqual(second.received, ['after']);
    const conflicts = pollsOf(sim)
      .slice(before)
      .filter((entry) => entry.kind === 'call' && entry.status === 409);
    assert.deepEqual(conflicts, []);
    await second.stop();
  });
});

test('what a killed process had not finished comes again', async () => {
  await withTelegram(async (sim) => {
    const ann = sim.people.join({ first_name: 'Ann' });
    const stuck = startInstance(sim, new Promise(() => undefined));
    ann.send('unfinished');
    await sleeps(stuck);
    const next = startInstance(sim);
    await next.receives(1);
    assert.deepEqual(next.received, ['unfinished']);
    await next.stop();
    const draining = stuck.stop();
    await sleeps(stuck);
    await stuck.clock.runAll();
    await draining;
  });
});

test('a webhook that somebody sets meanwhile stops the updates, not the poller', async () => {
  await withTelegram(async (sim) => {
    const ann = sim.people.join({ first_name: 'Ann' });
    const stranger = createPlainApi({ token, apiRoot: sim.url });
    const instance = startInstance(sim);
    await waitsForUpdates(sim, 1);
    await stranger.setWebhook(`${sim.url}/hook`);
    await sleeps(instance);
    assert.deepEqual(instance.alerts, ['foreign-webhook']);
    await stranger.deleteWebhook();
    await instance.clock.advance(30_000);
    ann.send('back again');
    await instance.receives(1);
    await instance.stop();
  });
});
