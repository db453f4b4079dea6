import assert from 'node:assert/strict';
import { test } from 'node:test';
import { telegramWebhookPath } from '#http';
import { testWorld } from '../kit/world.ts';

/** For a machine that is busy with other things. */
const patience = { timeoutMs: 60_000 };
const secret = 'webhook-secret-of-this-test';

test('by webhook the bot answers, keeps strangers out, and leaves the webhook where it is when it stops', async () => {
  await using world = await testWorld('pglite', { webhookSecret: secret });
  const { telegram } = world;
  const ann = telegram.people.join({ first_name: 'Ann' });
  ann.send('/start');
  await ann.nextMessage(undefined, patience);
  assert.equal(telegram.journal.calls('getUpdates').length, 0);

  const post = (headers: Record<string, string>, body = '{"update_id":1}') =>
    fetch(`${world.app.url}${telegramWebhookPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }).then(({ status }) => status);
  const header = 'x-telegram-bot-api-secret-token';
  assert.equal(await post({}), 403);
  assert.equal(await post({ [header]: `${secret}x` }), 403);
  assert.equal(await post({ [header]: secret.toUpperCase() }), 403);
  assert.equal(await post({ [header]: secret }, 'no json'), 400);

  const messages = ann.messages.length;
  await world.app.stop();
  ann.send('/balance');
  await telegram.journal.waitFor((entry) => entry.kind === 'webhook' && !entry.ok);
  assert.equal(telegram.journal.calls('deleteWebhook').length, 0);
  await world.restart();
  await ann.until(() => ann.messages.length >= messages + 2, patience);
});
