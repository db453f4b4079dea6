import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { ban, changeSettings, findPeople, getPerson, isAdmin, meet, setLocale, unban } from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    const cast = [
      { id: 1, firstName: 'Alice', username: 'Alice_W', locale: 'en' },
      { id: 2, firstName: 'Alina', username: 'a%b', locale: 'en' },
      { id: 3, firstName: '100%', locale: 'en' },
    ];
    for (const [minute, profile] of cast.entries()) {
      await database.transaction((trx) => meet(trx, profile, new Date(at.getTime() + minute * 60_000)));
    }
  });
  after(() => database.close());

  const ids = async (query: string) => (await findPeople(database.db, query)).map(({ id }) => id);

  test('people are found by id, by username and by first name, last seen first', async () => {
    assert.deepEqual(await ids('2'), [2]);
    assert.deepEqual(await ids(' @alice_w '), [1]);
    assert.deepEqual(await ids('ali'), [2, 1]);
    assert.deepEqual(await ids('nobody'), []);
    assert.deepEqual(await ids('  '), []);
  });

  test('wildcards in a query are letters like any other', async () => {
    assert.deepEqual(await ids('%'), []);
    assert.deepEqual(await ids('a%'), [2]);
    assert.deepEqual(await ids('100%'), [3]);
    assert.deepEqual(await ids('Alice\\'), []);
  });

  test('settings change one after the other, each seeing the last', async () => {
    const add = (model: string) =>
      database.transaction((trx) =>
        changeSettings(trx, 1, ({ favourites = [], ...rest }) => ({
          ...rest,
          favourites: [...favourites, model],
        })),
      );
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    const person = await getPerson(database.db, 1);
    assert.deepEqual(person?.settings.favourites?.toSorted(), ['a', 'b', 'c', 'd']);
  });

  test('a ban stands until it is lifted', async () => {
    assert.deepEqual((await database.transaction((trx) => ban(trx, 2, at))).bannedAt, at);
    assert.equal((await database.transaction((trx) => unban(trx, 2))).bannedAt, null);
  });

  test('changing somebody who was never here says so', async () => {
    const stranger = { code: 'person-unknown', values: { id: 99 } };
    await assert.rejects(
      database.transaction((trx) => setLocale(trx, 99, 'ru')),
      stranger,
    );
    await assert.rejects(
      database.transaction((trx) => changeSettings(trx, 99, (same) => same)),
      stranger,
    );
    assert.equal(await getPerson(database.db, 99), null);
  });
});

test('operators are those of the configuration; without one, nobody is', () => {
  assert.equal(isAdmin(1, [1, 2]), true);
  assert.equal(isAdmin(3, [1, 2]), false);
  assert.equal(isAdmin(1, []), false);
});
