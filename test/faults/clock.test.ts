/** The machine's clock jumps by an hour, as one does that was never set, or was set by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as everybodyElse } from 'node:timers/promises';
import { auditAll } from '#app';
import type { World } from '#sim';
import { onEachEngine } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';

const HOUR_MS = 3_600_000;
const PATIENCE = { timeoutMs: 60_000 };
type Person = ReturnType<World['telegram']['people']['join']>;

onEachEngine((engine) => {
  test('forward while a picture is made: it arrives once and is paid once', async () => {
    await using world = await testWorld(engine);
    const ann = world.telegram.people.join({ first_name: 'Ann' });
    world.kie.scenario.task({ runMs: 2_000 });
    await order(world, ann);
    world.clock.set(HOUR_MS);
    await world.settle();
    await assertMade(world, ann, 1);
  });

  test('forward while a picture is sent: nobody else sends it, too', async () => {
    await using world = await testWorld(engine);
    const ann = world.telegram.people.join({ first_name: 'Ann' });
    world.telegram.fault({ method: 'sendPhoto', kind: 'slow', ms: 3_000, times: 1 });
    await order(world, ann);
    await untilSent(world);
    world.clock.set(HOUR_MS);
    await world.app.rooms.generations.sweepOnce();
    await world.settle();
    assert.equal(world.telegram.journal.calls('sendPhoto').length, 1);
    await assertMade(world, ann, 1);
  });

  test('back while a picture is made and nobody calls back: it does not wait for the hour, nor does the next order', async () => {
    await using world = await testWorld(engine);
    const ann = world.telegram.people.join({ first_name: 'Ann' });
    world.kie.scenario.task({ runMs: 2_000, callback: 'lost' }, { times: 2 });
    await order(world, ann);
    world.clock.set(-HOUR_MS);
    const jumpedAt = world.clock.now().getTime();
    await world.kie.settle();
    await world.app.rooms.generations.sweepOnce();
    await world.settle();
    await order(world, ann);
    await world.settle();
    await assertMade(world, ann, 2);
    const minutes = (world.clock.now().getTime() - jumpedAt) / 60_000;
    assert.ok(minutes < 5, `${minutes.toFixed(1)} minutes`);
  });

  test('back while the product is away: what was open goes on within minutes', async () => {
    await using world = await testWorld(engine);
    const ann = world.telegram.people.join({ first_name: 'Ann' });
    world.kie.scenario.task({ runMs: 2_000, callback: 'lost' });
    await order(world, ann);
    await world.app.stop();
    world.clock.set(-HOUR_MS);
    const jumpedAt = world.clock.now().getTime();
    await world.restart();
    await world.app.rooms.generations.sweepOnce();
    await world.settle();
    await assertMade(world, ann, 1);
    const minutes = (world.clock.now().getTime() - jumpedAt) / 60_000;
    assert.ok(minutes < 5, `${minutes.toFixed(1)} minutes`);
  });
});

/** Resolves once kie.ai has taken the order. */
async function order({ kie }: World, person: Person): Promise<void> {
  const before = kie.journal.bought().length;
  const seen = person.messages.at(-1)?.message_id ?? 0;
  person.send('A lighthouse');
  const isForm = (it: { message_id: number; reply_markup?: unknown }) =>
    it.message_id > seen && it.reply_markup !== undefined;
  const form = await person.until(() => person.messages.find(isForm), PATIENCE);
  await person.tap(form, /^✅ .+ 💎$/);
  await person.until(() => kie.journal.bought().length > before, PATIENCE);
}

/** Resolves once its part is on its way to Telegram. */
async function untilSent({ app, kie }: World): Promise<void> {
  await kie.settle();
  const isSending = () =>
    app.rooms.database.db
      .selectFrom('parts')
      .select('index')
      .where('state', '=', 'sending')
      .executeTakeFirst();
  while (!(await isSending())) await everybodyElse();
}

async function assertMade(world: World, person: Person, count: number): Promise<void> {
  assert.equal(person.messages.filter(({ photo }) => photo).length, count);
  assert.equal(world.kie.journal.bought().length, count);
  assert.deepEqual((await auditAll(world.app.rooms.database.db)).findings, []);
}
