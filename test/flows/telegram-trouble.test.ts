import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onOneEngine } from '../kit/index.ts';
import { confirmButton, type Person, startCredits, tellStory } from './story.ts';

/** Emil makes pictures on the days when Telegram is not well, and changes his mind about the bot. */
onOneEngine((engine) => {
  const story = tellStory(engine);

  async function isCharged(person: Person, { price }: { price: number }): Promise<void> {
    assert.equal((await story.latest(person)).state, 'delivered');
    assert.deepEqual(await story.balance(person), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  }

  async function partStates(person: Person): Promise<string[]> {
    const { id } = await story.latest(person);
    return (await story.world.app.rooms.generations.parts(id)).map(({ state }) => state);
  }

  const pictures = (person: Person) => person.messages.filter((it) => it.photo);

  for (const [what, fault] of [
    ['asks to wait', { kind: 'rate_limit', retry_after: 30 }],
    ['answers 502', { kind: 'server_error' }],
    ['cuts the connection', { kind: 'drop_before' }],
  ] as const) {
    test(`the picture comes once although Telegram ${what} twice when it is sent`, async () => {
      const emil = await story.meet('Emil');
      story.world.telegram.fault({ method: 'sendPhoto', times: 2, ...fault });
      const made = await story.make(emil, 'A white horse');
      assert.equal(pictures(emil).length, 1);
      await isCharged(emil, made);
    });
  }

  test('an answer that is lost after the picture arrived sends it again, marks it so and charges once', async () => {
    const emil = await story.meet('Emil');
    story.world.telegram.fault({ method: 'sendPhoto', times: 1, kind: 'drop_after' });
    const made = await story.make(emil, 'A black horse');
    assert.equal(pictures(emil).length, 2);
    await isCharged(emil, made);
    const again = await story.world.app.rooms.database.db
      .selectFrom('parts')
      .select('sent_again')
      .where('generation_id', '=', made.id)
      .execute();
    assert.deepEqual(again, [{ sent_again: 1 }]);
  });

  test('a picture that Telegram will not show as one comes as a file', async () => {
    const emil = await story.meet('Emil');
    const description = 'Bad Request: PHOTO_INVALID_DIMENSIONS';
    story.world.telegram.fault({ method: 'sendPhoto', kind: 'error', description });
    const made = await story.make(emil, 'A very long wall');
    assert.equal(pictures(emil).length, 0);
    assert.ok(emil.lastMessage?.document);
    await isCharged(emil, made);
  });

  test('a file that Telegram will not carry in any form comes as a link', async () => {
    const emil = await story.meet('Emil');
    for (const method of ['sendPhoto', 'sendDocument']) {
      const description = 'Bad Request: failed to send the file';
      story.world.telegram.fault({ method, kind: 'error', description });
    }
    const made = await story.make(emil, 'A stubborn file');
    assert.match(String(emil.lastMessage?.text), /is too large for the chat: open it here/);
    await isCharged(emil, made);
  });

  test('a result of more than 50 MB comes as a link that leads to it', async () => {
    const emil = await story.meet('Emil');
    const body = 'x'.repeat(50_000_001);
    story.world.kie.scenario.next('result', { kind: 'status', status: 200, body });
    const made = await story.make(emil, 'An enormous picture');
    const { text = '', entities = [] } = emil.lastMessage ?? {};
    assert.match(text, /is too large for the chat: open it here/);
    const link = entities.find((it) => it.type === 'text_link');
    assert.equal(link?.type === 'text_link' && link.url, made.result?.media[0]?.url);
    await isCharged(emil, made);
  });

  test('a status that cannot be shown keeps nothing from being delivered', async () => {
    const emil = await story.meet('Emil');
    const { message, price } = await story.wish(emil, 'A quiet picture');
    story.world.telegram.fault({ method: 'editMessageText', kind: 'server_error' });
    story.world.telegram.fault({ method: 'deleteMessage', kind: 'server_error' });
    await emil.tap(message, confirmButton);
    await emil.waitFor((it) => it.photo !== undefined);
    story.world.telegram.clearFaults();
    await story.world.settle();
    await isCharged(emil, { price });
  });

  test('whoever blocks the bot while a picture is made is charged and finds it in the history on return', async () => {
    const emil = await story.meet('Emil');
    const { message, price } = await story.wish(emil, 'A regretted picture');
    story.world.kie.scenario.task({ runMs: 86_400_000 });
    await emil.tap(message, confirmButton);
    const { taskId } = await story.reaches(emil, 'running');
    emil.block();
    story.world.kie.tasks.finishNow(String(taskId));
    await story.world.settle();
    await isCharged(emil, { price });
    assert.deepEqual(await partStates(emil), ['kept']);
    assert.equal(pictures(emil).length, 0);

    emil.unblock();
    emil.send('/history');
    const list = await emil.nextMessage((it) => /^Your results/.test(it.text ?? ''));
    await emil.tap(list, /A regretted picture/);
    await emil.tap('📄 Original');
    await emil.waitFor((it) => it.document !== undefined);
    await isCharged(emil, { price });
  });

  test('whoever blocks the bot before kie.ai refuses gets the credits back all the same', async () => {
    const emil = await story.meet('Emil');
    const { message } = await story.wish(emil, 'A forbidden picture');
    story.world.kie.scenario.task({ runMs: 86_400_000, fail: { failCode: '501', failMsg: 'nsfw' } });
    await emil.tap(message, confirmButton);
    const { taskId } = await story.reaches(emil, 'running');
    emil.block();
    story.world.kie.tasks.finishNow(String(taskId));
    await story.world.settle();
    assert.equal((await story.latest(emil)).state, 'failed');
    assert.deepEqual(await story.balance(emil), { available: startCredits, held: 0 });
    emil.unblock();
    emil.send('/start');
    await emil.nextMessage((it) => /Hello, Emil/.test(it.text ?? ''));
  });

  test('an account that is deleted while a picture is made disturbs nobody', async () => {
    const emil = await story.meet('Emil');
    const { message, price } = await story.wish(emil, 'A last picture');
    await emil.tap(message, confirmButton);
    emil.deactivate();
    await story.world.settle();
    await isCharged(emil, { price });
    const frida = await story.meet('Frida');
    assert.match(String(frida.lastMessage?.text), /Hello, Frida/);
  });

  test('a Telegram that is away for a while keeps what people write, and the bot answers it', async () => {
    const emil = await story.meet('Emil');
    story.world.telegram.fault({ method: 'getUpdates', kind: 'server_error', times: 2 });
    const made = await story.make(emil, 'A picture after the storm');
    assert.equal(pictures(emil).length, 1);
    await isCharged(emil, made);
  });
});
