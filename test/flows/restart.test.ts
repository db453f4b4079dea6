import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, type Person, startCredits, tellStory } from './story.ts';

/** Hana asks for pictures; the bot is restarted at the worst moments, as every deploy does. */
onEachEngine((engine) => {
  const story = tellStory(engine);

  async function arrivedOnce(person: Person, price: number): Promise<void> {
    await story.world.settle();
    assert.equal((await story.latest(person)).state, 'delivered');
    assert.equal(person.messages.filter((it) => it.photo).length, 1);
    assert.deepEqual(await story.balance(person), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  }

  test('a form that was open is confirmed after the restart', async () => {
    const hana = await story.meet('Hana');
    const { message, price } = await story.wish(hana, 'A patient picture');
    await story.world.restart();
    await hana.tap(message, confirmButton);
    await arrivedOnce(hana, price);
  });

  test('what people write while nobody listens is answered after the restart', async () => {
    const hana = await story.meet('Hana');
    await story.world.app.stop();
    hana.send('A picture in the dark');
    await story.world.restart();
    const { message, price } = await story.form(hana);
    await hana.tap(message, confirmButton);
    await arrivedOnce(hana, price);
  });

  test('a generation that waits in line goes on after the restart', async () => {
    const hana = await story.meet('Hana');
    const { message, price } = await story.wish(hana, 'A queued picture');
    story.world.kie.scenario.next('createTask', { kind: 'refuse', code: 429, retryAfter: 50 });
    await hana.tap(message, confirmButton);
    await story.world.app.rooms.queue.drain();
    assert.equal((await story.latest(hana)).state, 'queued');
    await story.world.restart();
    assert.deepEqual(await story.balance(hana), { available: startCredits - price, held: price });
    await arrivedOnce(hana, price);
  });

  test('a task that runs is heard of after the restart although its callback found nobody', async () => {
    const hana = await story.meet('Hana');
    const { message, price } = await story.wish(hana, 'A running picture');
    story.world.kie.scenario.task({ runMs: 86_400_000, callback: 'lost' });
    await hana.tap(message, confirmButton);
    const { taskId } = await story.reaches(hana, 'running');
    await story.world.restart();
    story.world.kie.tasks.finishNow(String(taskId));
    await arrivedOnce(hana, price);
  });

  test('a result that is not sent yet is sent after the restart, once', async () => {
    const hana = await story.meet('Hana');
    const { message, price } = await story.wish(hana, 'A finished picture');
    story.world.telegram.fault({ method: 'sendPhoto', kind: 'rate_limit', retry_after: 50, times: 1 });
    await hana.tap(message, confirmButton);
    await story.reaches(hana, 'succeeded');
    await story.world.app.rooms.queue.drain();
    await story.world.restart();
    assert.equal((await story.latest(hana)).state, 'succeeded');
    await arrivedOnce(hana, price);
  });

  test('between two songs of one task: the first is not sent again, the second not forgotten', async () => {
    const hana = await story.meet('Hana');
    await story.openModel(hana, 'Suno - Generate Music');
    const { message, price } = await story.wish(hana, 'A song in two parts');
    const wait = { method: 'sendAudio', kind: 'rate_limit', retry_after: 50, times: 1 } as const;
    story.world.telegram.fault({ ...wait, skip: 1 });
    await hana.tap(message, confirmButton);
    await hana.waitFor((it) => it.audio !== undefined);
    await story.world.app.rooms.queue.drain();
    await story.world.restart();
    assert.equal(hana.messages.filter((it) => it.audio).length, 1);
    await story.world.settle();
    assert.equal(hana.messages.filter((it) => it.audio).length, 2);
    assert.deepEqual(await story.balance(hana), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('an order that nobody confirmed stays unconfirmed over the restart and is released once', async () => {
    const hana = await story.meet('Hana');
    const { message, price } = await story.wish(hana, 'A doubtful picture');
    story.world.kie.scenario.next('createTask', { kind: 'garbage', after: true });
    story.world.kie.scenario.task({ callback: 'lost' });
    await hana.tap(message, confirmButton);
    await story.reaches(hana, 'uncertain');
    await story.world.restart();
    assert.deepEqual(await story.balance(hana), { available: startCredits - price, held: price });
    story.world.clock.advance(31 * 60_000);
    await story.world.settle();
    assert.equal((await story.latest(hana)).state, 'failed');
    assert.deepEqual(await story.balance(hana), { available: startCredits, held: 0 });
    assert.equal(story.bought(), 1);
  });
});
