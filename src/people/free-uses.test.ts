import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { dayIn, endOfDay, freeUsesLeft, giveBackFreeUse, meet, type Quota, reserveFreeUse } from './index.ts';

const pictures: Quota = { name: 'pictures', perDay: 2, timeZone: 'Europe/Moscow' };
const noon = new Date('2026-11-16T09:00:00Z');
/** The last and the first moment around midnight in Moscow. */
const evening = new Date('2026-11-16T20:59:59.999Z');
const midnight = new Date('2026-11-16T21:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    for (const id of [1, 2, 3, 4]) {
      await database.transaction((trx) => meet(trx, { id, firstName: 'Somebody', locale: 'en' }, noon));
    }
  });
  after(() => database.close());

  const reserve = (key: string, personId: number, at: Date, quota = pictures) =>
    database.transaction((trx) => reserveFreeUse(trx, { key, personId, quota, at }));
  const giveBack = (key: string, at: Date) =>
    database.transaction((trx) => giveBackFreeUse(trx, { key, at }));
  const left = (personId: number, at: Date) => freeUsesLeft(database.db, personId, pictures, at);

  test('a quota is used up, and another one is not', async () => {
    assert.equal(await left(1, noon), 2);
    assert.equal(await reserve('a1', 1, noon), 'reserved');
    assert.equal(await reserve('a2', 1, noon), 'reserved');
    assert.equal(await reserve('a3', 1, noon), 'none-left');
    assert.equal(await left(1, noon), 0);
    assert.equal(await reserve('a4', 1, noon, { ...pictures, name: 'voices' }), 'reserved');
  });

  test('the same key takes one use only', async () => {
    await reserve('b1', 2, noon);
    assert.equal(await reserve('b1', 2, noon), 'already');
    assert.equal(await left(2, noon), 1);
  });

  test("a new day begins at midnight of the operator's time zone, not a moment before", async () => {
    await reserve('c1', 3, evening);
    await reserve('c2', 3, evening);
    assert.equal(await reserve('c3', 3, evening), 'none-left');
    assert.equal(await left(3, midnight), 2);
    assert.equal(await reserve('c3', 3, midnight), 'reserved');
  });

  test('a use given back after midnight returns to its own day and not to the new one', async () => {
    await reserve('d1', 4, evening);
    await reserve('d2', 4, midnight);
    assert.equal(await giveBack('d1', midnight), 'given-back');
    assert.equal(await giveBack('d1', midnight), 'already');
    assert.equal(await left(4, evening), 2);
    assert.equal(await left(4, midnight), 1);
  });

  test('somebody who was never here has no free use', async () => {
    await assert.rejects(reserve('f1', 99, noon), { code: 'person-unknown' });
  });
});

test('a day is the calendar day of the time zone, also when clocks change', () => {
  assert.equal(dayIn(new Date('2026-10-24T22:30:00Z'), 'Europe/Berlin'), '2026-10-25');
  assert.equal(dayIn(new Date('2026-10-25T22:59:59Z'), 'Europe/Berlin'), '2026-10-25');
  assert.equal(dayIn(new Date('2026-10-25T23:00:00Z'), 'Europe/Berlin'), '2026-10-26');
  assert.equal(dayIn(new Date('2026-12-31T23:30:00Z'), 'Pacific/Auckland'), '2027-01-01');
  assert.equal(dayIn(new Date('2026-01-05T00:00:00Z'), 'UTC'), '2026-01-05');
  assert.throws(() => dayIn(noon, 'Mars/Base'), RangeError);
});

test('a day ends with the midnight of the time zone, also when it has 23 or 25 hours', () => {
  const ends = (day: string, zone: string) => endOfDay(day, zone).toISOString();
  assert.equal(ends('2026-12-31', 'UTC'), '2027-01-01T00:00:00.000Z');
  assert.equal(ends('2026-10-25', 'Europe/Berlin'), '2026-10-25T23:00:00.000Z');
  assert.equal(ends('2026-03-29', 'Europe/Berlin'), '2026-03-29T22:00:00.000Z');
  assert.equal(ends('2026-12-31', 'Pacific/Kiritimati'), '2026-12-31T10:00:00.000Z');
  assert.equal(ends('2026-12-31', 'Pacific/Pago_Pago'), '2027-01-01T11:00:00.000Z');
});
