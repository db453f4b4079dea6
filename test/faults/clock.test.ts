import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditAll } from '#app';
import { testWorld } from '../kit/world.ts';

test('the clock jumps an hour while a picture is made: it arrives once and is paid once', async () => {
  await using world = await testWorld('postgres');
  const ann = world.telegram.people.join({ first_name: 'Ann' });
  ann.send('A lighthouse');
  const form = await ann.nextMessage((it) => it.reply_markup !== undefined, { timeoutMs: 60_000 });
  world.kie.scenario.task({ runMs: 2_000 });
  await ann.tap(form, /^✅ .+ 💎$/);
  await ann.until(() => world.kie.journal.bought().length > 0, { timeoutMs: 60_000 });
  world.clock.advance(3_600_000);
  await world.settle();
  assert.equal(ann.messages.filter(({ photo }) => photo).length, 1);
  assert.equal(world.kie.journal.bought().length, 1);
  assert.deepEqual((await auditAll(world.app.rooms.database.db)).findings, []);
});
