import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moneyReport, providerAccount } from '#generation';
import { isAppError } from '#platform';
import type { World } from '#sim';
import { onEachEngine } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';

const input = { prompt: 'a lamp', aspect_ratio: '1:1' };
const modelId = 'z-image';
const timeZone = 'Pacific/Kiritimati';

onEachEngine((engine) => {
  let world: World;
  let personId = 0;
  before(async () => {
    world = await testWorld(engine, { env: { START_CREDITS: '500' } });
    const person = world.telegram.people.join({ first_name: 'Alice' });
    person.send('/start');
    await person.nextMessage((message) => message.reply_markup !== undefined);
    personId = person.id;
  });
  after(() => world[Symbol.asyncDispose]());

  async function make(key: string): Promise<void> {
    const { generations } = world.app.rooms;
    const { credits: quotedCredits } = await generations.quote(modelId, input);
    await generations.submit({ key, personId, chatId: personId, modelId, input, quotedCredits });
    await world.settle();
  }
  const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

  test('the report agrees with what people were charged and what kie.ai took', async () => {
    await make('first');
    await make('second');
    world.kie.scenario.task({ fail: { failCode: 500, failMsg: 'no luck' } });
    await make('third');
    const { db } = world.app.rooms.database;
    const today = dayOf(world.clock.now());
    const { total, models } = await moneyReport(db, { from: today, to: today, timeZone });
    const { income } = await db
      .selectFrom('ledger_accounts')
      .select((eb) => eb(eb.val(500), '-', eb.ref('balance')).as('income'))
      .executeTakeFirstOrThrow();
    const taken = world.kie.journal.of('ended').reduce((sum, { credits }) => sum + credits, 0);
    assert.deepEqual(
      models.map((model) => [model.modelId, model.delivered, model.failed]),
      [[modelId, 2, 1]],
    );
    assert.equal(total.income, Number(income));
    assert.ok(taken > 0);
    assert.equal(total.spending, Math.round(taken * 1e6) / 1e6);
    assert.equal(total.quoted, total.spending);
    assert.equal(total.margin, Math.round((total.income - taken) * 1e6) / 1e6);
    assert.equal(total.markup, Math.round((total.income / taken) * 100) / 100);
    assert.equal(total.spendingUnknown, 0);
  });

  test('the days of the report are those of the time zone', async () => {
    const { db } = world.app.rooms.database;
    const row = await db.selectFrom('generations').select('finished_at').executeTakeFirstOrThrow();
    const day = dayOf(row.finished_at ?? new Date(0));
    const next = dayOf(new Date((row.finished_at ?? new Date(0)).getTime() + 24 * 3_600_000));
    await db
      .updateTable('generations')
      .set({ finished_at: new Date(`${day}T09:59:59.999Z`) })
      .execute();
    const counted = async (on: string) =>
      (await moneyReport(db, { from: on, to: on, timeZone })).total.delivered;
    assert.equal(await counted(day), 2, 'just before midnight, 14 hours ahead of UTC');
    await db
      .updateTable('generations')
      .set({ finished_at: new Date(`${day}T10:00:00Z`) })
      .execute();
    assert.equal(await counted(day), 0);
    assert.equal(await counted(next), 2);
  });

  test('with an empty account nothing is sold, and after a top-up it is again', async () => {
    const { database } = world.app.rooms;
    const rich = world.kie.credits.balance;
    const look = async (kieCredits: number) => {
      world.kie.credits.set(kieCredits);
      while ((await providerAccount(database.db)).kieCredits !== kieCredits) {
        world.clock.advance(5 * 60_000);
        await world.clock.sleep(20);
      }
    };
    await look(49);
    const bought = world.kie.journal.bought().length;
    await assert.rejects(make('refused'), (error) => isAppError(error, 'provider-closed'));
    assert.equal(world.kie.journal.bought().length, bought);
    await look(rich);
    await make('sold again');
    assert.equal(world.kie.journal.bought().length, bought + 1);
  });
});
