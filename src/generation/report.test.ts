import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meet } from '#people';
import { systemClock } from '#platform';
import { onEachEngine, silentLog, testDatabase } from '../../test/kit/index.ts';
import { defaultGenerationConfig as config } from './collaborators.ts';
import { report } from './report.ts';
import type { Messenger, Status } from './types.ts';

onEachEngine((engine) => {
  test('two reports at once send one status message, and the second edits it', async () => {
    await using database = await testDatabase(engine);
    const at = new Date();
    await database.transaction((trx) => meet(trx, { id: 7, firstName: 'Ann', locale: 'en' }, at));
    const quote = JSON.stringify({ credits: 4 });
    await database.db
      .insertInto('generations')
      .values({
        ...{ id: 'g', key: 'k', person_id: 7, chat_id: 7, model_id: 'm', input: '{}', quote },
        ...{ credits: 4, state: 'queued', callback_secret: 's', created_at: at, wake_at: at },
      })
      .execute();
    const shown: Status[] = [];
    const messenger: Messenger = {
      async showStatus(status) {
        shown.push(status);
        return status.generation.statusMessageId ?? 100 + shown.length;
      },
      sendPart: async () => [],
    };
    const slice = { database, clock: systemClock, log: silentLog, messenger, config };
    await Promise.all([report(slice, 'g'), report(slice, 'g')]);
    assert.deepEqual(
      shown.map(({ generation }) => generation.statusMessageId),
      [null, 101],
    );
  });
});
