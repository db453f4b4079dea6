import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppError } from '#platform';
import { createTelegramSim, type TelegramSim } from '../../sim/telegram/index.ts';
import { silentLog, VirtualClock } from '../../test/kit/index.ts';
import { createPlainApi } from './api.ts';
import { assertNoForeignWebhook } from './foreign-webhook.ts';
import { createPoller } from './poller.ts';
import { keepWebhook } from './webhook.ts';

const token = '123456:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ';
type Alert = [code: string, values?: Record<string, string | number> | undefined];

/** Telegram allows one change of a webhook a second: `later` lets its clock, which stands still otherwise, go on. */
async function withTelegram(
  use: (sim: TelegramSim, later: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const clock = new VirtualClock(new Date());
  const bots = [{ token, username: 'a_bot', first_name: 'A' }];
  await using sim = await createTelegramSim({ bots, clock });
  await use(sim, () => clock.advance(1_001));
}

function keeper(sim: TelegramSim, { secret = 'a-secret' } = {}) {
  const clock = new VirtualClock(new Date());
  const alerts: Alert[] = [];
  const stop = new AbortController();
  const running = keepWebhook(
    {
      api: apiOf(sim),
      url: `${sim.url}/telegram/webhook`,
      secret,
      alert: async (...alert) => void alerts.push(alert),
      clock,
      log: silentLog,
    },
    stop.signal,
  );
  return {
    alerts,
    /** Until it waits for its next look. */
    async looked() {
      while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    },
    /** Lets a minute go by. */
    async minute() {
      await clock.advance(60_000);
      await this.looked();
    },
    async stop() {
      stop.abort();
      await running;
    },
  };
}

const apiOf = (sim: TelegramSim) => createPlainApi({ token, apiRoot: sim.url });
const callsOf = (sim: TelegramSim, method: string) => sim.journal.calls(method).length;

test('the webhook is set once, not again at the next start, again with a new secret, and never removed', async () => {
  await withTelegram(async (sim, later) => {
    for (const [secret, sets] of [
      ['one', 1],
      ['one', 1],
      ['two', 2],
    ] as const) {
      const keeping = keeper(sim, { secret });
      await keeping.looked();
      await keeping.stop();
      assert.equal(callsOf(sim, 'setWebhook'), sets);
      assert.deepEqual(keeping.alerts, []);
      await later();
    }
    assert.equal(callsOf(sim, 'deleteWebhook'), 0);
    assert.match((await apiOf(sim).getWebhookInfo()).url ?? '', /\/telegram\/webhook\?mark=/);
  });
});

test('a webhook that somebody took away or replaced is set again within a minute, and the operators are told', async () => {
  await withTelegram(async (sim, later) => {
    const keeping = keeper(sim);
    await keeping.looked();
    await later();
    await apiOf(sim).deleteWebhook();
    await keeping.minute();
    assert.deepEqual(keeping.alerts, [['webhook-repaired', { address: '–' }]]);
    await later();
    await apiOf(sim).setWebhook(`${sim.url}/bot${token}/theirs?key=1`);
    await later();
    await keeping.minute();
    assert.deepEqual(keeping.alerts[1], ['webhook-repaired', { address: `${sim.url}/bot…/theirs` }]);
    assert.match((await apiOf(sim).getWebhookInfo()).url ?? '', /\/telegram\/webhook\?mark=/);
    await keeping.stop();
  });
});

test('a change of the kinds of updates by another program is repaired as well', async () => {
  await withTelegram(async (sim, later) => {
    const keeping = keeper(sim);
    await keeping.looked();
    const { url = '' } = await apiOf(sim).getWebhookInfo();
    await later();
    await apiOf(sim).setWebhook(url, {
      allowed_updates: ['poll'],
      secret_token: 'a-secret',
      max_connections: 40,
    });
    await keeping.minute();
    const info = await apiOf(sim).getWebhookInfo();
    assert.ok(info.allowed_updates?.includes('pre_checkout_query'));
    assert.equal(keeping.alerts.length, 1);
    await keeping.stop();
  });
});

test('a refused address or a Telegram that does not answer is tried again, a refused token is not', async () => {
  await withTelegram(async (sim) => {
    sim.fault({ method: 'setWebhook', kind: 'server_error', times: 2 });
    const keeping = keeper(sim);
    await keeping.looked();
    await keeping.minute();
    await keeping.minute();
    assert.equal(callsOf(sim, 'setWebhook'), 3);
    assert.notEqual((await apiOf(sim).getWebhookInfo()).url, '');
    sim.fault({ kind: 'error', status: 401, description: 'Unauthorized' });
    const refused = keeper(sim);
    await assert.rejects(refused.stop(), (error) => isAppError(error, 'telegram-token-refused'));
    await keeping.stop();
  });
});

test('updates that Telegram cannot bring are told with the reason', async () => {
  await withTelegram(async (sim) => {
    const keeping = keeper(sim);
    await keeping.looked();
    sim.people.join({ first_name: 'Ann' }).send('hello');
    await sim.journal.waitFor((entry) => entry.kind === 'webhook' && !entry.ok);
    await keeping.minute();
    assert.equal(keeping.alerts[0]?.[0], 'webhook-failing');
    assert.equal(keeping.alerts[0]?.[1]?.pending, 1);
    await keeping.stop();
  });
});

test('who polls while a foreign webhook is set removes it and tells what it removed', async () => {
  await withTelegram(async (sim) => {
    await apiOf(sim).setWebhook(`${sim.url}/theirs?key=1`);
    sim.people.join({ first_name: 'Ann' }).send('hello');
    const alerts: Alert[] = [];
    const stop = new AbortController();
    const poller = createPoller({
      ...{
        api: apiOf(sim),
        clock: new VirtualClock(),
        log: silentLog,
        lock: { held: () => true, stillHeld: async () => true },
      },
      pendingUpdates: 'keep',
      webhook: { own: null, protect: false },
      alert: async (...alert) => void alerts.push(alert),
      handleUpdate: async () => stop.abort(),
    });
    await poller.run(stop.signal);
    assert.deepEqual(alerts, [['webhook-removed', { address: `${sim.url}/theirs`, pending: 1 }]]);
  });
});

test('PROTECT_WEBHOOK refuses instead, before anything is changed; our own webhook does not count', async () => {
  await withTelegram(async (sim) => {
    await apiOf(sim).setWebhook(`${sim.url}/theirs`);
    const look = (own: string | null) =>
      assertNoForeignWebhook({ token, apiRoot: sim.url }, { own, clock: new VirtualClock(), log: silentLog });
    await assert.rejects(
      look(null),
      (error) => isAppError(error, 'webhook-protected') && /theirs/.test(error.message),
    );
    await look(`${sim.url}/theirs`);
    const poller = createPoller({
      ...{
        api: apiOf(sim),
        clock: new VirtualClock(),
        log: silentLog,
        lock: { held: () => true, stillHeld: async () => true },
      },
      pendingUpdates: 'drop',
      webhook: { own: null, protect: true },
      alert: () => assert.fail('nothing was removed'),
      handleUpdate: () => assert.fail('nothing was taken'),
    });
    await assert.rejects(poller.run(AbortSignal.timeout(5_000)), (error) =>
      isAppError(error, 'webhook-protected'),
    );
    assert.equal(callsOf(sim, 'deleteWebhook'), 0);
    assert.equal((await apiOf(sim).getWebhookInfo()).url, `${sim.url}/theirs`);
  });
});
