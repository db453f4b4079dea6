import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exportDatabase, importDatabase } from '#app';
import { balance, capture, hold, topUp } from '#ledger';
import { createInvoice, createPromoCode, recordPayment, redeemPromoCode, welcome } from '#payments';
import { type Database, isAppError } from '#platform';
import { engines, onEachEngine, testDatabase } from '../kit/index.ts';

const at = new Date('2026-11-20T12:00:00.123Z');
const pack = { id: 'm', stars: 200, credits: 450 };

onEachEngine((engine) => {
  const otherEngine = engines.find((name) => name !== engine) ?? engine;
  let source: Database;
  /** A refused import writes nothing, so this one serves all of them. */
  let fresh: Database;
  let lines: string[] = [];
  before(async () => {
    source = await testDatabase(engine);
    fresh = await testDatabase(engine);
    await fill(source);
    lines = await linesOf(source);
  });
  after(async () => {
    await source.close();
    await fresh.close();
  });

  async function* each(all: readonly string[]): AsyncGenerator<string> {
    yield* all;
  }
  async function refused(all: readonly string[], code: string, target = fresh): Promise<void> {
    const before = await linesOf(target);
    await assert.rejects(importDatabase(target.db, each(all)), (error) => isAppError(error, code));
    assert.deepEqual(await linesOf(target), before, 'nothing was written');
  }

  test(`what comes out goes into ${otherEngine} row by row, and life goes on there`, async () => {
    await using target = await testDatabase(otherEngine);
    const { audit } = await importDatabase(target.db, each(lines));
    assert.deepEqual(audit.findings, []);
    assert.deepEqual(await linesOf(target), lines);
    const before = await balance(target.db, 1);
    await target.transaction(async (trx) => {
      await topUp(trx, { key: 'later', personId: 1, amount: 5, source: 'operator', memo: '', at });
      await capture(trx, { key: 'generation:open', at });
    });
    assert.deepEqual(await balance(target.db, 1), { available: before.available + 5, held: 0 });
  });

  test('a database with people in it takes no import', async () => {
    await refused(lines, 'database-not-empty', source);
  });

  test('a dump that was cut off is refused', async () => {
    await refused(lines.slice(0, -1), 'dump-unreadable');
    await refused([...lines.slice(0, -1), lines.at(-1)?.slice(0, -5) ?? ''], 'dump-unreadable');
    await refused([], 'dump-unreadable');
  });

  test('a dump of another schema is refused', async () => {
    const [header = '', ...rows] = lines;
    await refused([header.replace(/"checksum":"./, '"checksum":"_'), ...rows], 'dump-of-another-schema');
  });

  test('a balance that the transfers do not make is refused', async () => {
    const forged = lines.map((line) => line.replace(/^(\["ledger_accounts",.*"balance":)\d+/, '$11'));
    assert.notDeepEqual(forged, lines);
    await refused(forged, 'dump-does-not-add-up');
  });
});

test('only the tables that an import replaces have rows in a fresh database', async () => {
  await using fresh = await testDatabase('pglite');
  const [header = ''] = await linesOf(fresh);
  const filled = (JSON.parse(header) as { tables: { name: string; rows: number }[] }).tables
    .filter(({ rows }) => rows > 0)
    .map(({ name }) => name);
  assert.deepEqual(filled.sort(), ['provider_account', 'provider_window', 'star_transactions_seen']);
});

async function linesOf({ db }: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportDatabase(db, async (line) => void lines.push(line));
  return lines;
}

/** Money in every state, a generation under way, and texts that are hard to write down. */
async function fill(database: Database): Promise<void> {
  await database.transaction(async (trx) => {
    for (const id of [1, 2]) {
      const profile = { id, firstName: 'Zoë "\u2028" \\ 🦊', locale: 'ru' };
      await welcome(trx, profile, { startCredits: 100, at });
    }
    const { id: payload } = await createInvoice(trx, { personId: 1, pack, at });
    const money = { payerId: 1, currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;
    await recordPayment(trx, { chargeId: 'charge', payload, ...money }, at);
    await createPromoCode(trx, { code: 'GIFT', credits: 5, at });
    await redeemPromoCode(trx, { personId: 2, code: 'GIFT', at });
    await hold(trx, { key: 'generation:spent', personId: 2, amount: 30, memo: 'line\nbreak', at });
    await capture(trx, { key: 'generation:spent', amount: 20, at });
    await hold(trx, { key: 'generation:open', personId: 1, amount: 7, memo: 'a picture', at });
    await trx
      .insertInto('generations')
      .values({
        id: 'open',
        key: 'wish',
        person_id: 1,
        chat_id: -1001234567890,
        model_id: 'a/model',
        input: JSON.stringify({ prompt: 'two\nlines\u2029', seed: 9007199254740991, scale: 0.1, none: null }),
        quote: JSON.stringify({ kieCredits: 3.5, credits: 7 }),
        credits: 7,
        state: 'queued',
        callback_secret: 'secret',
        wake_at: at,
        created_at: at,
      })
      .execute();
    await trx
      .insertInto('generations')
      .values({
        ...{ id: 'spent', key: 'another wish', person_id: 2, chat_id: 2, model_id: 'a/model' },
        ...{ input: '{}', quote: JSON.stringify({ kieCredits: 15, credits: 30 }), credits: 30 },
        ...{
          state: 'delivered',
          task_id: 'task',
          callback_secret: 'secret',
          created_at: at,
          finished_at: at,
        },
      })
      .execute();
    await trx
      .insertInto('parts')
      .values({ generation_id: 'spent', index: 0, state: 'sent', items: '[]' })
      .execute();
    await trx.insertInto('moves').values({ generation_id: 'open', state: 'queued', at }).execute();
    await trx
      .updateTable('provider_window')
      .set({ taken: [at, new Date(at.getTime() + 1)] })
      .execute();
    await trx
      .updateTable('provider_account')
      .set({ level: 'low', kie_credits: 0.1 + 0.2 })
      .execute();
  });
}
