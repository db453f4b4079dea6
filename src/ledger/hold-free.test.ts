import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { audit, balance, capture, holdFree, release, statement } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');
const personId = 1;

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    for (const key of ['kept', 'undone', 'open']) {
      const request = { key, personId, amount: 8, memo: 'Flux', at };
      assert.equal(await database.transaction((trx) => holdFree(trx, request)), 'held');
      assert.equal(await database.transaction((trx) => holdFree(trx, request)), 'already');
    }
    await database.transaction((trx) => capture(trx, { key: 'kept', at }));
    await database.transaction((trx) => release(trx, { key: 'undone', reason: 'task-failed', at }));
  });
  after(() => database.close());

  test('what is free holds nothing of the person, even of somebody who never had a credit', async () => {
    assert.deepEqual(await balance(database.db, personId), { available: 0, held: 0 });
  });

  test('the grants pay the income once it is captured, and nothing when it was released', async () => {
    const { totals, findings } = await audit(database.db);
    assert.deepEqual(findings, []);
    assert.deepEqual([totals.grants, totals.income, totals.people, totals.held], [-8, 8, 0, 0]);
  });

  test('the statement tells of each, as worth nothing', async () => {
    const entries = await statement(database.db, personId, { limit: 10 });
    assert.deepEqual(
      entries.map(({ key, kind, state, amount }) => [key, kind, state, amount]),
      [
        ['open', 'free', 'pending', 0],
        ['undone', 'free', 'voided', 0],
        ['kept', 'free', 'posted', 0],
      ],
    );
  });

  test('the house cannot move credits to itself at once, without a hold', async () => {
    const transfer = { key: 'minted', phase: 'posted', kind: 'free', memo: '', at } as const;
    const accounts = { person_id: personId, from_account: 'grants', to_account: 'income' };
    const minted = database.db
      .insertInto('ledger_transfers')
      .values({ ...transfer, ...accounts, pending_id: null, amount: 5 })
      .execute();
    await assert.rejects(minted, /ledger_transfers_person_and_house/);
  });
});
