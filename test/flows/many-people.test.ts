import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, type Form, type Person, startCredits, tellStory } from './story.ts';

/** Greta wants many pictures, Sam and Uma one each, Tom changes his mind; Vera speaks Russian. */
onEachEngine((engine) => {
  const story = tellStory(engine);
  const mostOpen = 5;

  async function confirmed(person: Person, text: string): Promise<Form> {
    const form = await story.wish(person, text);
    await person.tap(form.message, confirmButton);
    return form;
  }

  /** Who was sent to kie.ai, in this order. */
  async function served(): Promise<number[]> {
    const rows = await story.world.app.rooms.database.db
      .selectFrom('moves')
      .innerJoin('generations', 'generations.id', 'moves.generation_id')
      .select('generations.person_id')
      .where('moves.state', '=', 'submitting')
      .orderBy('moves.id')
      .execute();
    return rows.map((row) => row.person_id);
  }

  test('a long line is served in turn, and who leaves it pays nothing', async () => {
    const people = await Promise.all(['Greta', 'Sam', 'Tom', 'Uma'].map((name) => story.meet(name)));
    const [greta, sam, tom, uma] = people;
    assert.ok(greta && sam && tom && uma);
    const hour = 3600;
    const full = { kind: 'refuse', code: 429, retryAfter: hour } as const;
    story.world.kie.scenario.next('createTask', full, { times: Number.POSITIVE_INFINITY });
    const { price } = await confirmed(greta, 'Picture 1');
    for (let number = 2; number <= mostOpen; number++) await confirmed(greta, `Picture ${number}`);
    for (const person of [sam, tom, uma]) await confirmed(person, 'My only picture');
    await story.world.app.rooms.queue.drain();
    assert.equal((await story.latest(sam)).state, 'queued');

    const sixth = await story.wish(greta, 'And one more');
    const { text } = await greta.tap(sixth.message, confirmButton);
    assert.match(String(text), /already have several generations running/);

    const waiting = await tom.waitFor((it) => /in the queue/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(tom), { available: startCredits - price, held: price });
    assert.equal((await tom.tap(waiting, '✖️ Cancel')).text, 'Cancelled, your credits are back.');
    assert.deepEqual(await story.balance(tom), { available: startCredits, held: 0 });
    assert.equal((await story.latest(tom)).state, 'cancelled');

    story.world.kie.scenario.clear();
    const before = (await served()).length;
    story.world.clock.advance(hour * 1000);
    await story.world.settle();
    const order = (await served()).slice(before);
    assert.deepEqual(new Set(order.slice(0, 3)), new Set([greta.id, sam.id, uma.id]));
    assert.equal(order.length, mostOpen + 2);
    for (const [person, count] of [
      [greta, mostOpen],
      [sam, 1],
      [uma, 1],
      [tom, 0],
    ] as const) {
      assert.equal(person.messages.filter((it) => it.photo).length, count, person.user.first_name);
      assert.deepEqual(await story.balance(person), { available: startCredits - count * price, held: 0 });
    }
    assert.equal(story.bought(), mostOpen + 2);
  });

  test('what is already being made can no longer be cancelled, and nothing is lost by trying', async () => {
    const sam = await story.meet('Sam');
    const { message, price } = await story.wish(sam, 'Too late');
    story.world.kie.scenario.task({ runMs: 86_400_000 });
    await sam.tap(message, confirmButton);
    const { id, taskId } = await story.reaches(sam, 'running');
    const { text } = await sam.tapData(message.message_id, `1s:${id}`);
    assert.match(String(text), /can no longer be cancelled/);
    story.world.kie.tasks.finishNow(String(taskId));
    await story.world.settle();
    assert.deepEqual(await story.balance(sam), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('everybody is spoken to in their language, and /language changes every screen', async () => {
    const vera = await story.meet('Vera', 'ru');
    assert.match(String(vera.lastMessage?.text), /Здравствуйте|Привет/);
    vera.send('/language');
    await vera.nextMessage((it) => it.reply_markup !== undefined);
    await vera.tap(/English/);
    await vera.waitFor((it) => it.text === 'We speak English now.');
    const { message } = await story.wish(vera, 'A samovar');
    assert.match(String(message.text), /Price: .* you have/);
    vera.send('/language');
    await vera.nextMessage((it) => it.reply_markup !== undefined);
    await vera.tap(/Русский/);
    await vera.waitFor((it) => it.text === 'Теперь говорим по-русски.');
    const { caption, price } = { ...(await story.make(vera, 'Самовар')), ...vera.lastMessage };
    assert.match(String(caption), /Самовар$/);
    for (const [command, words] of [
      ['/start', /Баланс/],
      ['/balance', new RegExp(`Баланс: ${startCredits - price} 💎`)],
      ['/history', /Ваши работы/],
      ['/help', /Как это устроено/],
      ['/models', /модел/i],
      ['/nothing', /Не знаю|не знаю/],
    ] as const) {
      vera.send(command);
      assert.match(String((await vera.nextMessage()).text), words, command);
    }
    const latin = vera.messages
      .slice(-6)
      .flatMap((it) => vera.buttons(it))
      .filter(({ text }) => /^[^А-я]*[A-Za-z]{4,}[^А-я]*$/.test(text) && !/English/.test(text));
    assert.deepEqual(
      latin.map(({ text }) => text),
      [],
    );
  });
});
