import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Update } from 'grammy/types';
import { createLogger, isAppError } from '#platform';
import { createPlainApi } from './api.ts';
import { createPoller, type PollerAlertCode, type PollerOptions } from './poller.ts';
import { type ScriptedBotApi, scriptedBotApi } from './testing/bot-api.ts';
import { QuickClock } from './testing/quick-clock.ts';

const log = createLogger({ level: 'silent', secrets: [] });
const otherPoller = {
  error: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};
const webhookActive = {
  error: 409,
  description:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
};

function message(update_id: number, chat = 1): Update {
  const person = { id: chat, first_name: 'A' };
  return {
    update_id,
    message: {
      message_id: update_id,
      date: 1,
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false },
      text: 'hi',
    },
  };
}

interface Setting {
  server: ScriptedBotApi;
  clock: QuickClock;
  alerts: PollerAlertCode[];
  handled: number[];
  stop: AbortController;
  lock: { lost: boolean };
}

async function withPoller(
  use: (
    setting: Setting,
    poll: (options?: Partial<PollerOptions>) => ReturnType<typeof createPoller>,
  ) => Promise<void>,
): Promise<void> {
  await using server = await scriptedBotApi();
  server.answer('getWebhookInfo', {
    result: { url: '', has_custom_certificate: false, pending_update_count: 3 },
  });
  const setting: Setting = {
    server,
    clock: new QuickClock(),
    alerts: [],
    handled: [],
    stop: new AbortController(),
    lock: { lost: false },
  };
  await use(setting, (options = {}) =>
    createPoller({
      api: createPlainApi({ token: '1:test', apiRoot: server.apiRoot }),
      handleUpdate: async (update) => void setting.handled.push(update.update_id),
      lock: { held: () => !setting.lock.lost, stillHeld: async () => !setting.lock.lost },
      pendingUpdates: 'drop',
      webhook: { own: null, protect: false },
      alert: async (code) => void setting.alerts.push(code),
      clock: setting.clock,
      log,
      random: () => 0.5,
      ...options,
    }),
  );
}

const polls = ({ server }: Setting) =>
  server.calls.filter((call) => call.method === 'getUpdates').map(({ params }) => params);

test('the webhook is deleted with the backlog before the first poll, or the backlog is kept', async () => {
  for (const pendingUpdates of ['drop', 'keep'] as const) {
    await withPoller(async (setting, poll) => {
      setting.server.answer('getUpdates', 'hang');
      const running = poll({ pendingUpdates }).run(setting.stop.signal);
      await setting.server.called('getUpdates', 1);
      setting.stop.abort();
      assert.equal(await running, 'stopped');
      const methods = setting.server.calls.map(({ method }) => method);
      assert.deepEqual(methods.slice(0, 3), ['getWebhookInfo', 'deleteWebhook', 'getUpdates']);
      assert.equal(setting.server.calls[1]?.params.drop_pending_updates, pendingUpdates === 'drop');
    });
  }
});

test('nothing is confirmed before it is handled, and a stop confirms what was', async () => {
  await withPoller(async (setting, poll) => {
    const { server, stop, handled } = setting;
    const gate = Promise.withResolvers<void>();
    server.answer(
      'getUpdates',
      { result: [message(10, 1), message(11, 2)] },
      { result: [message(10, 1)] },
      'hang',
    );
    const poller = poll({
      handleUpdate: async ({ update_id }) => {
        if (update_id === 10) await gate.promise;
        handled.push(update_id);
      },
    });
    const running = poller.run(stop.signal);
    await server.called('getUpdates', 3);
    assert.deepEqual(handled, [11]);
    assert.deepEqual(
      polls(setting).map(({ offset }) => offset),
      [0, 10, 10],
    );
    server.answer('getUpdates', { result: [] });
    stop.abort();
    gate.resolve();
    assert.equal(await running, 'stopped');
    assert.deepEqual(handled, [11, 10]);
    const last = polls(setting).at(-1);
    assert.deepEqual([last?.offset, last?.limit, last?.timeout], [12, 1, 0]);
  });
});

test('a payment question is answered while its chat is busy', async () => {
  await withPoller(async ({ server, stop }, poll) => {
    const gate = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const question = {
      update_id: 11,
      pre_checkout_query: { id: '1', from: { id: 1, is_bot: false, first_name: 'A' } },
    } as Update;
    server.answer('getUpdates', { result: [message(10), question] }, 'hang');
    const running = poll({
      handleUpdate: (update) => {
        if (!update.pre_checkout_query) return gate.promise;
        asked.resolve();
        return Promise.resolve();
      },
    }).run(stop.signal);
    await asked.promise;
    server.answer('getUpdates', { result: [] });
    gate.resolve();
    stop.abort();
    await running;
  });
});

test('a handler that fails is done with: the next updates come', async () => {
  await withPoller(async (setting, poll) => {
    setting.server.answer('getUpdates', { result: [message(10)] }, 'hang');
    const running = poll({ handleUpdate: () => Promise.reject(new Error('broken')) }).run(
      setting.stop.signal,
    );
    await setting.server.called('getUpdates', 2);
    assert.equal(polls(setting)[1]?.offset, 11);
    setting.server.answer('getUpdates', { result: [] });
    setting.stop.abort();
    await running;
  });
});

test('another poller is no reason to end: pauses grow, the operator hears of it, polling goes on', async () => {
  await withPoller(async (setting, poll) => {
    const { server, stop, clock, alerts } = setting;
    server.answer(
      'getUpdates',
      ...Array.from({ length: 6 }, () => otherPoller),
      { result: [message(10)] },
      'hang',
    );
    const running = poll().run(stop.signal);
    await server.called('getUpdates', 8);
    assert.deepEqual(clock.slept, [3_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
    assert.deepEqual(alerts, ['foreign-poller']);
    assert.deepEqual(setting.handled, [10]);
    server.answer('getUpdates', { result: [] });
    stop.abort();
    assert.equal(await running, 'stopped');
  });
});

test('a conflict with the lock gone ends the polling without another request', async () => {
  await withPoller(async (setting, poll) => {
    setting.server.answer('getUpdates', () => {
      setting.lock.lost = true;
      return otherPoller;
    });
    assert.equal(await poll().run(setting.stop.signal), 'lock-lost');
    assert.equal(polls(setting).length, 1);
  });
});

test('a webhook somebody set meanwhile is told to the operator and never deleted', async () => {
  await withPoller(async ({ server, stop, alerts, clock }, poll) => {
    server.answer('getUpdates', { result: [] }, webhookActive, webhookActive, 'hang');
    const running = poll().run(stop.signal);
    await server.called('getUpdates', 4);
    assert.deepEqual(alerts, ['foreign-webhook']);
    assert.deepEqual(clock.slept, [3_000, 5_000]);
    assert.equal(server.calls.filter(({ method }) => method === 'deleteWebhook').length, 1);
    server.answer('getUpdates', { result: [] });
    stop.abort();
    await running;
  });
});

test('a refused token ends it with a clear error', async () => {
  await withPoller(async ({ server, stop }, poll) => {
    server.answer('getUpdates', { error: 401, description: 'Unauthorized' });
    await assert.rejects(poll().run(stop.signal), (error) => isAppError(error, 'telegram-token-refused'));
  });
});

test('Telegram’s wait is obeyed to the second, broken answers are waited out', async () => {
  await withPoller(async ({ server, stop, clock, handled }, poll) => {
    server.answer(
      'getUpdates',
      { error: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
      { error: 502, description: 'Bad Gateway' },
      'drop',
      { result: [message(10)] },
      'hang',
    );
    const running = poll().run(stop.signal);
    await server.called('getUpdates', 5);
    assert.deepEqual(clock.slept, [7_000, 500, 1_000]);
    assert.deepEqual(handled, [10]);
    server.answer('getUpdates', { result: [] });
    stop.abort();
    await running;
  });
});

test('a stop ends a long poll at once and leaves no request open', async () => {
  await withPoller(async ({ server, stop }, poll) => {
    server.answer('getUpdates', 'hang');
    const poller = poll();
    const running = poller.run(stop.signal);
    await server.called('getUpdates', 1);
    assert.equal(poller.state, 'leader');
    server.answer('getUpdates', { result: [] });
    stop.abort();
    assert.equal(await running, 'stopped');
    assert.equal(poller.state, 'standby');
    assert.equal(server.calls.filter(({ method }) => method === 'getUpdates').length, 1);
  });
});
