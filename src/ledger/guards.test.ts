import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { audit, capture, hold, topUp } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    await database.transaction(async (trx) => {
      await topUp(trx, { key: 'start:1', personId: 1, amount: 100, source: 'start', memo: '', at });
      await hold(trx, { key: 'kept', personId: 1, amount: 10, memo: '', at });
      await hold(trx, { key: 'open', personId: 1, amount: 10, memo: '', at });
      await capture(trx, { key: 'kept', at });
    });
  });
  after(() => database.close());

  const transfer = (values: string) =>
    sql.raw(`INSERT INTO ledger_transfers
      (key, phase, pending_id, person_id, from_account, to_account, amount, kind, memo, at)
      VALUES (${values}, 'spend', '', '2026-11-20')`);
  const openHold = `(SELECT id FROM ledger_transfers WHERE key = 'open')`;
  const keptHold = `(SELECT id FROM ledger_transfers WHERE key = 'kept' AND phase = 'pending')`;

  const refusals: [string, RawBuilder<unknown>, RegExp][] = [
    [
      'rewriting a transfer',
      sql`UPDATE ledger_transfers SET amount = 1`,
      /UPDATE of ledger_transfers is refused/,
    ],
    ['erasing a transfer', sql`DELETE FROM ledger_transfers`, /DELETE of ledger_transfers is refused/],
    ['emptying the ledger', sql`TRUNCATE ledger_transfers`, /TRUNCATE of ledger_transfers is refused/],
    [
      'moving a balance by hand',
      sql`UPDATE ledger_accounts SET balance = 1000`,
      /UPDATE of ledger_accounts is refused/,
    ],
    ['erasing an account', sql`DELETE FROM ledger_accounts`, /DELETE of ledger_accounts is refused/],
    [
      'opening an account with credits in it',
      sql`INSERT INTO ledger_accounts (person_id, balance) VALUES (7, 5)`,
      /INSERT of ledger_accounts is refused/,
    ],
    [
      'a transfer that overdraws',
      transfer(`'x', 'posted', NULL, 1, 'person:1', 'income', 1000`),
      /ledger_accounts_available_not_negative/,
    ],
    [
      'a hold that overdraws',
      transfer(`'x', 'pending', NULL, 1, 'person:1', 'income', 81`),
      /ledger_accounts_available_not_negative/,
    ],
    [
      'a negative amount',
      transfer(`'x', 'posted', NULL, 1, 'person:1', 'income', -1`),
      /ledger_transfers_amount_check/,
    ],
    [
      'a transfer from a person to a person',
      transfer(`'x', 'posted', NULL, 1, 'person:1', 'person:2', 1`),
      /ledger_transfers_person_and_house/,
    ],
    [
      "a transfer from somebody else's account",
      transfer(`'x', 'posted', NULL, 1, 'person:2', 'income', 1`),
      /ledger_transfers_person_and_house/,
    ],
    [
      'a key used twice',
      transfer(`'start:1', 'posted', NULL, 1, 'person:1', 'income', 1`),
      /ledger_transfers_key_once/,
    ],
    [
      'settling a hold twice',
      transfer(`'kept', 'voided', ${keptHold}, 1, 'person:1', 'income', 10`),
      /ledger_transfers_settled_once/,
    ],
    [
      'capturing more than is held',
      transfer(`'open', 'posted', ${openHold}, 1, 'person:1', 'income', 11`),
      /does not settle hold/,
    ],
    [
      'releasing a part of a hold',
      transfer(`'open', 'voided', ${openHold}, 1, 'person:1', 'income', 9`),
      /does not settle hold/,
    ],
    [
      'settling a transfer that is no hold',
      transfer(
        `'start:1', 'posted', (SELECT id FROM ledger_transfers WHERE key = 'start:1'), 1, 'person:1', 'income', 1`,
      ),
      /does not settle hold/,
    ],
  ];
  for (const [deed, statement, refusal] of refusals) {
    test(`the database itself refuses ${deed}`, async () => {
      await assert.rejects(statement.execute(database.db), refusal);
    });
  }

  test('none of it left a trace', async () => {
    assert.deepEqual((await audit(database.db)).findings, []);
  });
});
