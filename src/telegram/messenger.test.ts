import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Messenger, Status } from '#generation';
import { createTranslator } from '#i18n';
import { getPerson, meet } from '#people';
import type { Database } from '#platform';
import { onEachEngine, silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import { createPlainApi } from './api.ts';
import { createMessenger } from './messenger.ts';
import { type ScriptedBotApi, scriptedBotApi } from './testing/bot-api.ts';
import { aGeneration, aModel } from './testing/models.ts';

const translator = createTranslator(join(import.meta.dirname, '../../locales'));
const model = aModel({ id: 'm', title: 'Model' });

interface Setting {
  messenger: Messenger;
  server: ScriptedBotApi;
  clock: VirtualClock;
}

/** All calls but the ornament below the bot's name. */
const said = ({ calls }: ScriptedBotApi) => calls.filter(({ method }) => method !== 'sendChatAction');

function status(given: Partial<Status> = {}, messageId: number | null = 9): Status {
  return {
    generation: aGeneration({ statusMessageId: messageId }),
    phase: 'running',
    elapsedSeconds: 3,
    ...given,
  };
}

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  async function withMessenger(use: (setting: Setting) => Promise<void>): Promise<void> {
    await using server = await scriptedBotApi();
    const clock = new VirtualClock();
    await database.transaction((trx) => meet(trx, { id: 1, firstName: 'Аня', locale: 'ru' }, clock.now()));
    const messenger = createMessenger({
      api: createPlainApi({ token: '1:test', apiRoot: server.apiRoot }),
      database,
      registry: { get: (id) => (id === 'm' ? model : undefined) },
      translator,
      defaultLocale: 'en',
      catalogue: { firstForFile: () => model, followUps: () => [] },
      canShare: () => false,
      username: () => null,
      clock,
      log: silentLog,
    });
    server.answer('sendMessage', { result: { message_id: 77 } });
    await use({ messenger, server, clock });
  }

  test('the status is edited in place, in the person’s language', async () => {
    await withMessenger(async ({ messenger, server }) => {
      assert.equal(await messenger.showStatus(status()), 9);
      assert.deepEqual(
        said(server).map(({ method }) => method),
        ['editMessageText'],
      );
      assert.match(String(said(server)[0]?.params.text), /в работе/);
    });
  });

  test('progress is edited seldom, a new phase at once, the same text never', async () => {
    await withMessenger(async ({ messenger, server, clock }) => {
      await messenger.showStatus(status({ elapsedSeconds: 1 }));
      await messenger.showStatus(status({ elapsedSeconds: 2 }));
      assert.equal(said(server).length, 1);
      await clock.advance(4_000);
      await messenger.showStatus(status({ elapsedSeconds: 1 }));
      assert.equal(said(server).length, 1);
      await messenger.showStatus(status({ elapsedSeconds: 5 }));
      assert.equal(said(server).length, 2);
      await messenger.showStatus(status({ phase: 'delivering', elapsedSeconds: 5 }));
      assert.equal(said(server).length, 3);
    });
  });

  test('a late word from the queue does not overwrite the work', async () => {
    await withMessenger(async ({ messenger, server }) => {
      await messenger.showStatus(status());
      await messenger.showStatus(status({ phase: 'queued' }));
      assert.equal(said(server).length, 1);
    });
  });

  test('a status message that is gone is replaced by a new one', async () => {
    await withMessenger(async ({ messenger, server }) => {
      server.answer('editMessageText', { error: 400, description: 'Bad Request: message to edit not found' });
      assert.equal(await messenger.showStatus(status()), 77);
    });
  });

  test('a status that says so already is no error', async () => {
    await withMessenger(async ({ messenger, server }) => {
      const same =
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same';
      server.answer('editMessageText', { error: 400, description: same });
      assert.equal(await messenger.showStatus(status()), 9);
    });
  });

  test('the status of a delivered result goes away, and never comes twice', async () => {
    await withMessenger(async ({ messenger, server }) => {
      assert.equal(await messenger.showStatus(status({ phase: 'delivered' })), null);
      const gone = { error: 400, description: 'Bad Request: message to delete not found' };
      server.answer('deleteMessage', gone);
      server.answer('editMessageText', { error: 400, description: 'Bad Request: message to edit not found' });
      assert.equal(await messenger.showStatus(status({ phase: 'delivered' })), null);
      assert.equal(
        server.calls.some(({ method }) => method === 'sendMessage'),
        false,
      );
    });
  });

  test('whoever blocked the bot is noted; the status has nowhere to go, the result says so', async () => {
    await withMessenger(async ({ messenger, server }) => {
      const blocked = { error: 403, description: 'Forbidden: bot was blocked by the user' };
      server.answer('editMessageText', blocked);
      server.answer('sendMessage', blocked);
      assert.equal(await messenger.showStatus(status()), null);
      assert.notEqual((await getPerson(database.db, 1))?.botBlockedAt, null);
      const part = { generation: aGeneration(), index: 0, isLast: true, items: [], text: 'words' };
      await assert.rejects(messenger.sendPart(part), { code: 'recipient-gone', certainlyNotSent: true });
    });
  });
});
