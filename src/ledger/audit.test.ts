import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { audit, auditChecks, capture, hold, release, sqlCheck, topUp } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    await database.transaction(async (trx) => {
      await topUp(trx, { key: 'start:1', personId: 1, amount: 100, source: 'start', memo: '', at });
      for (const key of ['kept', 'returned', 'open'])
        await hold(trx, { key, personId: 1, amount: 10, memo: '', at });
      await capture(trx, { key: 'kept', at });
      await release(trx, { key: 'returned', reason: 'task-failed', at });
    });
  });
  after(() => database.close());

  /** What only the owner of the database can do, guards off for the deed; undone after the checks. */
  async function failedChecksAfter(...damages: RawBuilder<unknown>[]): Promise<string[]> {
    const failed: string[] = [];
    const undo = new Error('undo');
    const damaged = database.transaction(async (trx) => {
      await sql`ALTER TABLE ledger_accounts DISABLE TRIGGER USER`.execute(trx);
      await sql`ALTER TABLE ledger_transfers DISABLE TRIGGER USER`.execute(trx);
      for (const damage of damages) await damage.execute(trx);
      await sql`ALTER TABLE ledger_accounts ENABLE TRIGGER USER`.execute(trx);
      await sql`ALTER TABLE ledger_transfers ENABLE TRIGGER USER`.execute(trx);
      for (const check of auditChecks) if ((await check.find(trx)).length > 0) failed.push(check.name);
      throw undo;
    });
    await assert.rejects(damaged, undo);
    return failed;
  }

  test('sound books have no finding, and their totals add up', async () => {
    const { ok, findings, checks, totals } = await audit(database.db);
    assert.deepEqual({ ok, findings }, { ok: true, findings: [] });
    assert.equal(checks.length, 7);
    assert.deepEqual(totals, {
      income: 10,
      stars: 0,
      grants: -100,
      refunds: 0,
      operator: 0,
      people: 90,
      held: 10,
    });
  });

  const damages: [string, RawBuilder<unknown>, string[]][] = [
    [
      'a balance raised by hand',
      sql`UPDATE ledger_accounts SET balance = balance + 5`,
      ['accounts-sum-to-zero', 'balance-is-sum-of-transfers'],
    ],
    [
      'a hold forgotten by the account',
      sql`UPDATE ledger_accounts SET held = 0`,
      ['held-is-sum-of-open-holds'],
    ],
    [
      'a top-up rewritten',
      sql`UPDATE ledger_transfers SET amount = 1000 WHERE key = 'start:1'`,
      ['accounts-sum-to-zero', 'balance-is-sum-of-transfers'],
    ],
    [
      'a capture of more than was held',
      sql`UPDATE ledger_transfers SET amount = 11 WHERE key = 'kept' AND phase = 'posted'`,
      ['accounts-sum-to-zero', 'balance-is-sum-of-transfers', 'settlements-fit-their-holds'],
    ],
    [
      'a release without a reason',
      sql`UPDATE ledger_transfers SET memo = '' WHERE phase = 'voided'`,
      ['settlements-fit-their-holds'],
    ],
    [
      'a settlement erased',
      sql`DELETE FROM ledger_transfers WHERE phase = 'voided'`,
      ['held-is-sum-of-open-holds'],
    ],
  ];
  for (const [name, damage, checks] of damages) {
    test(`${name} is found`, async () => {
      assert.deepEqual(await failedChecksAfter(damage), checks);
    });
  }

  test('a balance below zero is found, should the constraint be gone', async () => {
    const failed = await failedChecksAfter(
      sql`ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_available_not_negative`,
      sql`UPDATE ledger_accounts SET balance = -1`,
    );
    assert.ok(failed.includes('nothing-below-zero'));
  });

  test('a key used twice is found, should the unique index be gone', async () => {
    const failed = await failedChecksAfter(
      sql`DROP INDEX ledger_transfers_key_once`,
      sql`UPDATE ledger_transfers SET key = 'start:1' WHERE key = 'open'`,
    );
    assert.deepEqual(failed, ['every-key-once']);
  });

  test('other rooms add checks of their own', async () => {
    const check = sqlCheck(
      'nobody-is-rich',
      sql`SELECT 'person ' || person_id AS detail FROM ledger_accounts`,
    );
    const { ok, findings } = await audit(database.db, [check]);
    assert.equal(ok, false);
    assert.deepEqual(findings, [{ check: 'nobody-is-rich', detail: 'person 1' }]);
  });

  test('a guard left switched off is found', async () => {
    await sql`ALTER TABLE ledger_transfers DISABLE TRIGGER ledger_transfers_append_only`.execute(database.db);
    const { findings } = await audit(database.db);
    assert.deepEqual(findings, [
      { check: 'guards-are-on', detail: 'trigger ledger_transfers_append_only is missing or switched off' },
    ]);
  });
});
