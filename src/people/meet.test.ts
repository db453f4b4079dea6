import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { getPerson, markBotBlocked, meet, type Profile, setLocale } from './index.ts';

const monday = new Date('2026-11-16T12:00:00Z');
const tuesday = new Date('2026-11-17T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  const meets = (profile: Profile, at: Date) => database.transaction((trx) => meet(trx, profile, at));

  test('somebody new becomes a person with an own referral code', async () => {
    const { person, isNew } = await meets(
      { id: 1, firstName: 'Alice', username: 'alice', locale: 'ru' },
      monday,
    );
    const { referralCode, ...rest } = person;
    assert.equal(isNew, true);
    assert.match(referralCode, /^[A-Za-z0-9_-]{12}$/);
    assert.deepEqual(rest, {
      id: 1,
      firstName: 'Alice',
      username: 'alice',
      locale: 'ru',
      localeChosen: false,
      settings: {},
      botBlockedAt: null,
      bannedAt: null,
      createdAt: monday,
      lastSeenAt: monday,
    });
  });

  test('a known person keeps id, code and first day, and gets the name of today', async () => {
    const first = await meets({ id: 2, firstName: 'Bob', username: 'bob', locale: 'en' }, monday);
    const second = await meets({ id: 2, firstName: 'Robert', locale: 'ru' }, tuesday);
    assert.equal(second.isNew, false);
    assert.deepEqual(second.person, {
      ...first.person,
      firstName: 'Robert',
      username: null,
      locale: 'ru',
      lastSeenAt: tuesday,
    });
    assert.deepEqual(await getPerson(database.db, 2), second.person);
  });

  test('a chosen language no longer follows Telegram', async () => {
    const profile = { id: 3, firstName: 'Carol', locale: 'en' };
    await meets(profile, monday);
    await database.transaction((trx) => setLocale(trx, 3, 'ru'));
    const { person } = await meets(profile, tuesday);
    assert.deepEqual([person.locale, person.localeChosen], ['ru', true]);
  });

  test('whoever writes again does not block the bot any more', async () => {
    const profile = { id: 4, firstName: 'Dave', locale: 'en' };
    await meets(profile, monday);
    const blocked = await database.transaction((trx) => markBotBlocked(trx, 4, monday));
    assert.deepEqual(blocked.botBlockedAt, monday);
    assert.equal((await meets(profile, tuesday)).person.botBlockedAt, null);
  });

  test('of ten first meetings at once exactly one is the first', async () => {
    const profile = { id: 5, firstName: 'Eve', locale: 'en' };
    const meetings = await Promise.all(Array.from({ length: 10 }, () => meets(profile, monday)));
    assert.equal(meetings.filter(({ isNew }) => isNew).length, 1);
    assert.equal(new Set(meetings.map(({ person }) => person.referralCode)).size, 1);
  });

  test('Telegram ids beyond 32 bits stay exact', async () => {
    const { person } = await meets({ id: 7_654_321_098, firstName: 'Frank', locale: 'en' }, monday);
    assert.equal(person.id, 7_654_321_098);
  });
});
