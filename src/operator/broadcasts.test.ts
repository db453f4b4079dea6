import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { welcome } from '#payments';
import { ban, markBotBlocked, unban } from '#people';
import { createQueue, type Database, isAppError, type Queue } from '#platform';
import { onEachEngine, silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import { createAudienceCounter } from './audience-count.ts';
import { type BroadcastRunner, runBroadcast, type SentBroadcast } from './broadcast-run.ts';
import { broadcast, broadcastJob, countAudience, draftBroadcast, moveBroadcast } from './broadcasts.ts';

const olga = 1;
const actor = { via: 'chat', adminId: olga } as const;
const people = Array.from({ length: 12 }, (_, index) => index + 1);
const going = new AbortController().signal;

onEachEngine((engine) => {
  let database: Database;
  let queue: Queue;
  const clock = new VirtualClock();
  before(async () => {
    database = await testDatabase(engine);
    queue = createQueue({ database, log: silentLog, jobs: [broadcastJob] });
    await queue.start();
    for (const id of people)
      await database.transaction((trx) =>
        welcome(
          trx,
          { id, firstName: `P${id}`, locale: id % 2 === 0 ? 'ru' : 'en' },
          { startCredits: 0, at: clock.now() },
        ),
      );
  });
  after(async () => {
    await queue.stop();
    await database.close();
  });

  const house = () => ({ database, queue, clock, adminIds: [olga] });
  const now = (id: number) => broadcast(database.db, id);

  async function started(locale: string | null = null): Promise<number> {
    const draft = await draftBroadcast(house(), { actor, text: 'News', locale, activeDays: null });
    await moveBroadcast(house(), 'start', { actor, reason: '', broadcastId: draft.id });
    return draft.id;
  }

  /** A process that sends, and what people got of it. */
  function process(got: number[], send: (personId: number) => Promise<SentBroadcast> = async () => 'sent') {
    const runner: BroadcastRunner = {
      ...{ database, queue, clock, pace: { breathe: async () => undefined } },
      async sendBroadcast(personId) {
        const outcome = await send(personId);
        if (outcome === 'sent') got.push(personId);
        return outcome;
      },
    };
    return (id: number) => runBroadcast(runner, id, going);
  }

  test('everybody gets it once, and those of another language do not', async () => {
    const got: number[] = [];
    const id = await started('ru');
    assert.equal(await countAudience(database.db, { locale: 'ru', activeDays: null }, clock.now()), 6);
    assert.equal(await process(got)(id), null);
    assert.deepEqual(
      got,
      people.filter((personId) => personId % 2 === 0),
    );
    const { state, sent, total } = await now(id);
    assert.deepEqual({ state, sent, total }, { state: 'done', sent: 6, total: 6 });
  });

  test('an audience is counted once a minute, and each audience by itself', async () => {
    const count = createAudienceCounter(database, clock);
    const russians = { locale: 'ru', activeDays: null };
    assert.deepEqual([await count(russians), await count({ locale: null, activeDays: null })], [6, 12]);
    await database.transaction((trx) => ban(trx, 2, clock.now()));
    assert.equal(await count(russians), 6);
    await clock.advance(60_000);
    assert.equal(await count(russians), 5);
    await database.transaction((trx) => unban(trx, 2));
  });

  test('a process that dies while it sends leaves one unsure, and its successor sends to all others once', async () => {
    for (const arrived of [true, false]) {
      const got: number[] = [];
      const id = await started();
      const { promise: atTheFifth, resolve } = Promise.withResolvers<void>();
      const dying = process(got, async (personId) => {
        if (personId !== 5) return 'sent';
        if (arrived) got.push(5);
        resolve();
        return new Promise(() => undefined);
      });
      void dying(id);
      await atTheFifth;
      const successor = process(got);
      assert.equal(await successor(id), 30_000, 'while the lease runs, nobody else sends');
      await clock.advance(31_000);
      assert.equal(await successor(id), null);
      const once = people.filter((personId) => arrived || personId !== 5);
      assert.deepEqual(got, once);
      const { sent, unsure, total } = await now(id);
      assert.deepEqual({ sent, unsure, total }, { sent: 11, unsure: 1, total: 12 });
    }
  });

  test('two processes at once send to nobody twice', async () => {
    const got: number[] = [];
    const id = await started();
    await Promise.all([process(got)(id), process(got)(id)]);
    assert.deepEqual(got, people);
  });

  test('Telegram’s wait is waited, a refusal is counted, and a pause holds', async () => {
    const got: number[] = [];
    const id = await started();
    let asked = 0;
    const run = process(got, async (personId) => {
      if (personId === 3 && ++asked === 1) return { waitMs: 7_000 };
      if (personId === 4) return 'failed';
      if (personId === 6) await moveBroadcast(house(), 'pause', { actor, reason: '', broadcastId: id });
      return 'sent';
    });
    assert.equal(await run(id), 7_000);
    assert.deepEqual(got, [1, 2]);
    assert.equal(await run(id), null);
    assert.deepEqual(got, [1, 2, 3, 5, 6]);
    await assert.rejects(moveBroadcast(house(), 'pause', { actor, reason: '', broadcastId: id }), (error) =>
      isAppError(error, 'broadcast-state'),
    );
    await moveBroadcast(house(), 'resume', { actor, reason: '', broadcastId: id });
    await database.transaction((trx) => markBotBlocked(trx, 12, clock.now()));
    assert.equal(await run(id), null);
    const { state, sent, failed, gone } = await now(id);
    assert.deepEqual({ state, sent, failed, gone }, { state: 'done', sent: 10, failed: 1, gone: 1 });
  });

  test('of two operators who start the same one, the second is told', async () => {
    const draft = await draftBroadcast(house(), { actor, text: 'News', locale: null, activeDays: null });
    const start = () => moveBroadcast(house(), 'start', { actor, reason: '', broadcastId: draft.id });
    const answers = await Promise.allSettled([start(), start()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await moveBroadcast(house(), 'cancel', { actor, reason: '', broadcastId: draft.id });
    const got: number[] = [];
    assert.equal(await process(got)(draft.id), null);
    assert.deepEqual(got, []);
  });
});
