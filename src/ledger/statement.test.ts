import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { capture, hold, release, statement, topUp, withdraw } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    await database.transaction(async (trx) => {
      await topUp(trx, { key: 'start:1', personId: 1, amount: 100, source: 'start', memo: '', at });
      await topUp(trx, { key: 'start:2', personId: 2, amount: 100, source: 'start', memo: '', at });
      for (const key of ['kept', 'returned', 'open']) {
        await hold(trx, { key, personId: 1, amount: 10, memo: `model ${key}`, at });
      }
      await capture(trx, { key: 'kept', amount: 7, at });
      await release(trx, { key: 'returned', reason: 'task-failed', at });
      await withdraw(trx, {
        key: 'w',
        personId: 1,
        amount: 5,
        reason: 'operator-withdrawal',
        memo: 'mistake',
        at,
      });
    });
  });
  after(() => database.close());

  test('a statement says what each movement was for, newest first, a hold and its end as one', async () => {
    const entries = await statement(database.db, 1, { limit: 10 });
    const lines = entries.map(({ kind, memo, state, amount }) => [kind, memo, state, amount]);
    assert.deepEqual(lines, [
      ['operator-withdrawal', 'mistake', 'posted', -5],
      ['spend', 'model open', 'pending', -10],
      ['spend', 'model returned', 'voided', -10],
      ['spend', 'model kept', 'posted', -7],
      ['start', '', 'posted', 100],
    ]);
    assert.deepEqual(entries[0]?.at, at);
  });

  test('pages follow each other without a gap', async () => {
    const all = await statement(database.db, 1, { limit: 10 });
    const first = await statement(database.db, 1, { limit: 2 });
    const last = first.at(-1);
    assert.ok(last);
    const rest = await statement(database.db, 1, { limit: 10, before: last.id });
    assert.deepEqual([...first, ...rest], all);
  });
});
