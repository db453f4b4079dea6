import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Generation } from '#generation';
import { createKieSim } from '#sim';
import { onOneEngine } from '../kit/index.ts';
import { confirmButton, type Person, startCredits, tellStory } from './story.ts';

const operatorId = 77;
const minute = 60_000;
const metricsAccess = { headers: { authorization: 'Bearer metrics-of-this-test' } };

/** Dora makes pictures on the days when kie.ai is not well; Oleg runs the bot. */
onOneEngine((engine) => {
  const story = tellStory(engine, {
    env: { ADMIN_IDS: String(operatorId), METRICS_TOKEN: 'metrics-of-this-test' },
  });
  const scenario = () => story.world.kie.scenario;
  let operator: Person | undefined;

  /** Oleg, who has written to the bot once and then only reads. */
  function oleg(): Person {
    if (operator) return operator;
    operator = story.world.telegram.people.join({ id: operatorId, first_name: 'Oleg' });
    operator.send('/start');
    return operator;
  }

  async function tellsOperator(pattern: RegExp, work: () => Promise<void>): Promise<void> {
    const before = oleg().messages.length;
    story.world.clock.advance(11 * minute); // the same alert is quiet for ten
    await work();
    await oleg().until(() =>
      oleg()
        .messages.slice(before)
        .find((it) => pattern.test(it.text ?? '')),
    );
  }

  /** It came to nothing: the sentence, a way to try again, credits back, and no task bought unless said so. */
  async function failsWith(person: Person, sentence: RegExp, bought = 0): Promise<Generation> {
    const generation = await story.latest(person);
    assert.equal(generation.state, 'failed');
    const status = await person.waitFor((it) => /^❌/.test(it.text ?? ''));
    assert.match(String(status.text), sentence);
    assert.match(String(status.text), /Your \d+ credits are back/);
    assert.ok(person.buttons(status).some(({ text }) => text === '🔁 Try again'));
    assert.deepEqual(await story.balance(person), { available: startCredits, held: 0 });
    assert.equal(story.bought(), bought);
    return generation;
  }

  async function arrives(person: Person, { price }: { price: number }, bought = 1): Promise<void> {
    assert.equal((await story.latest(person)).state, 'delivered');
    assert.equal(person.messages.filter((it) => it.photo).length, 1);
    assert.deepEqual(await story.balance(person), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), bought);
  }

  test('content that is refused is said to be refused, and Try again opens the form', async () => {
    const dora = await story.meet('Dora');
    scenario().task({ fail: { failCode: '501', failMsg: 'nsfw' } });
    await story.make(dora, 'Something forbidden');
    await failsWith(dora, /refused this request because of its content rules/, 1);
    await dora.tap('🔁 Try again');
    const { message, price } = await story.form(dora);
    assert.match(String(message.text), /Something forbidden/);
    await dora.tap(message, confirmButton);
    await story.world.settle();
    await arrives(dora, { price }, 2);
  });

  for (const [what, fail, sentence] of [
    ['a task that fails', { failCode: '500', failMsg: 'Internal Error' }, /the model could not make it/],
    ['a failure coded as a number', { failCode: 501, failMsg: 'Generation Failed' }, /could not make it/],
    ['a task that ran out of time', { failCode: '500', failMsg: 'timed out' }, /did not finish in time/],
  ] as const) {
    test(`${what} costs nothing`, async () => {
      const dora = await story.meet('Dora');
      scenario().task({ fail });
      await story.make(dora, 'A cat');
      await failsWith(dora, sentence, 1);
    });
  }

  test('out of credits at kie.ai, orders wait in the line, nobody is blamed, and a top-up lets all go on', async () => {
    const [dora, fay] = [await story.meet('Dora'), await story.meet('Fay')];
    const { credits } = story.world.kie;
    const rich = credits.balance;
    const heard = oleg().messages.length;
    const [doras, fays] = [await story.wish(dora, 'A cat'), await story.wish(fay, 'A dog')];
    scenario().next('createTask', { kind: 'refuse', code: 429, retryAfter: 30 });
    await fay.tap(fays.message, confirmButton);
    while (String(await story.states(fay)) !== 'queued,submitting,queued') await story.world.clock.sleep(20);
    credits.set(0.1);
    await dora.tap(doras.message, confirmButton);
    for (const person of [dora, fay]) {
      const status = await person.waitFor((it) => /new orders are paused on our side/.test(it.text ?? ''));
      assert.deepEqual(
        person.buttons(status).map(({ text }) => text),
        ['✖️ Cancel'],
      );
      assert.doesNotMatch(person.messages.map(({ text }) => text).join('\n'), /402|insufficient|top up/i);
    }
    const gina = await story.meet('Gina');
    const late = await story.wish(gina, 'A hen');
    const { text } = await gina.tap(late.message, confirmButton);
    assert.match(String(text), /New generations are paused for a moment/);
    story.world.clock.advance(5 * minute);
    await story.world.clock.sleep(200);
    assert.equal((await story.latest(dora)).state, 'queued');
    credits.set(rich);
    await story.world.settle();
    await arrives(dora, doras, 2);
    await arrives(fay, fays, 2);
    await oleg().waitFor((it) => /Selling goes on/.test(it.text ?? ''));
    const told = oleg().messages.slice(heard);
    assert.equal(told.filter((it) => /lack of credits/.test(it.text ?? '')).length, 1);
  });

  test('when the key is refused the operator is told', async () => {
    const dora = await story.meet('Dora');
    scenario().next('createTask', { kind: 'refuse', code: 401 });
    await tellsOperator(/refuses the API key/, () => story.make(dora, 'A cat').then(() => undefined));
    await failsWith(dora, /the service does not answer/);
  });

  for (const [what, code, sentence] of [
    ['maintenance', 455, /generation is paused at the moment/],
    ['a feature that is off', 505, /this model is not available at the moment/],
    ['an input that kie.ai alone refuses', 422, /did not accept these settings|not available/],
  ] as const) {
    test(`${what} is said in words and costs nothing`, async () => {
      const dora = await story.meet('Dora');
      scenario().next('createTask', { kind: 'refuse', code });
      await story.make(dora, 'A cat');
      await failsWith(dora, sentence);
    });
  }

  test('too many requests are waited out, and the picture comes', async () => {
    const dora = await story.meet('Dora');
    scenario().next('createTask', { kind: 'refuse', code: 429 }, { times: 3 });
    const made = await story.make(dora, 'A patient cat');
    await arrives(dora, made);
    assert.deepEqual((await story.states(dora)).filter((state) => state === 'submitting').length, 4);
  });

  for (const [what, fault] of [
    ['cut off', { kind: 'drop', after: true }],
    ['cut in half', { kind: 'half' }],
    ['garbage', { kind: 'garbage', after: true }],
    ['a 502 of a proxy', { kind: 'status', status: 502, after: true }],
    ['an HTML page', { kind: 'html', after: true }],
  ] as const) {
    test(`an order whose answer is ${what} is not repeated: its callback brings it home`, async () => {
      const dora = await story.meet('Dora');
      scenario().next('createTask', fault);
      const made = await story.make(dora, 'A cat in the fog');
      await arrives(dora, made);
      assert.ok((await story.states(dora)).includes('uncertain'));
    });
  }

  test('an order that nobody confirms is released after the limit, the operator told, nothing bought twice', async () => {
    const dora = await story.meet('Dora');
    scenario().next('createTask', { kind: 'garbage', after: true });
    scenario().task({ callback: 'lost' });
    const { message, price } = await story.wish(dora, 'A lost cat');
    await tellsOperator(/did not confirm the order of generation/, async () => {
      await dora.tap(message, confirmButton);
      await story.reaches(dora, 'uncertain');
    });
    await dora.waitFor((it) => /did not confirm the order.*you will not pay for nothing/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(dora), { available: startCredits - price, held: price });
    await tellsOperator(/was never confirmed by kie\.ai/, async () => {
      story.world.clock.advance(31 * minute);
      await story.world.settle();
    });
    await failsWith(dora, /never confirmed the order/, 1);
  });

  test('a lost callback is made up for by asking', async () => {
    const dora = await story.meet('Dora');
    scenario().task({ callback: 'lost' });
    await arrives(dora, await story.make(dora, 'A quiet cat'));
    assert.deepEqual(story.world.kie.journal.callbacks(String((await story.latest(dora)).taskId)), []);
  });

  test('a callback that comes twice delivers once', async () => {
    const dora = await story.meet('Dora');
    scenario().task({ callback: 'double' });
    await arrives(dora, await story.make(dora, 'A cat and its echo'));
    const { taskId } = await story.latest(dora);
    assert.equal(story.world.kie.journal.callbacks(String(taskId)).length, 2);
  });

  for (const [what, fault] of [
    ['garbage', { kind: 'garbage' }],
    ['an HTML page', { kind: 'html' }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a cut connection', { kind: 'drop' }],
  ] as const) {
    test(`${what} instead of the state of a task is asked past`, async () => {
      const dora = await story.meet('Dora');
      scenario().next('recordInfo', fault, { times: 2 });
      await arrives(dora, await story.make(dora, 'A cat in the static'));
    });
  }

  test('a task that kie.ai does not show at first, and a state nobody knows, are waited out', async () => {
    const dora = await story.meet('Dora');
    scenario().task({ unseenMs: 150, oddState: 'dreaming', runMs: 300 });
    await arrives(dora, await story.make(dora, 'A cat that dreams'));
  });

  test('a slow task is told to be slow after a while, and delivered late all the same', async () => {
    const dora = await story.meet('Dora');
    scenario().task({ runMs: 86_400_000 });
    const { message, price } = await story.wish(dora, 'A sleeping cat');
    await dora.tap(message, confirmButton);
    const { taskId } = await story.reaches(dora, 'running');
    story.world.clock.advance(6 * minute);
    await story.world.app.rooms.generations.sweepOnce();
    await dora.waitFor((it) => /takes longer than usual/.test(it.text ?? ''));
    story.world.kie.tasks.finishNow(String(taskId));
    await story.world.settle();
    await arrives(dora, { price });
  });

  /** A task whose hold went back after six hours without an end. */
  async function givenUp(dora: Person): Promise<string> {
    scenario().task({ runMs: 86_400_000, callback: 'lost' });
    const { message } = await story.wish(dora, 'An eternal cat');
    await dora.tap(message, confirmButton);
    const { taskId } = await story.reaches(dora, 'running');
    story.world.clock.advance(7 * 60 * minute);
    await story.reaches(dora, 'failed');
    await failsWith(dora, /did not finish in time/, 1);
    return String(taskId);
  }

  /** kie.ai's callback for the last wish; true when it was taken. */
  async function callsBack(dora: Person, taskId: string): Promise<boolean> {
    const { id } = await story.latest(dora);
    const { database, generations } = story.world.app.rooms;
    const row = await database.db
      .selectFrom('generations')
      .select('callback_secret')
      .where('id', '=', id)
      .executeTakeFirst();
    return generations.receiveCallback(id, String(row?.callback_secret), taskId);
  }

  /** Everything of the last wish has come, and nobody paid for it. */
  async function arrivesFree(dora: Person): Promise<void> {
    await story.world.settle();
    assert.equal((await story.latest(dora)).state, 'delivered');
    const pictures = dora.messages.filter((it) => it.photo);
    assert.equal(pictures.length, 1);
    assert.match(String(pictures[0]?.caption), / · free$/m);
    assert.deepEqual(await story.balance(dora), { available: startCredits, held: 0 });
    assert.equal(story.bought(), 1);
  }

  test('a task without any end is given up and costs nothing; found done an hour later, it is a gift', async () => {
    const dora = await story.meet('Dora');
    const taskId = await givenUp(dora);
    story.world.kie.tasks.finishNow(taskId);
    story.world.clock.advance(61 * minute);
    await story.reaches(dora, 'delivered');
    await arrivesFree(dora);
  });

  test('a callback brings a given-up task home at once, and free', async () => {
    const dora = await story.meet('Dora');
    const taskId = await givenUp(dora);
    story.world.kie.tasks.finishNow(taskId);
    assert.equal(await callsBack(dora, taskId), true);
    await arrivesFree(dora);
  });

  test('an order that was never confirmed and released is delivered free when its callback comes after all', async () => {
    const dora = await story.meet('Dora');
    scenario().next('createTask', { kind: 'drop', after: true });
    scenario().task({ callback: 'lost' });
    const { message } = await story.wish(dora, 'A cat that nobody confirmed');
    await dora.tap(message, confirmButton);
    await story.reaches(dora, 'uncertain');
    story.world.clock.advance(31 * minute);
    await story.reaches(dora, 'failed');
    await callsBack(dora, String(story.world.kie.journal.bought().at(-1)?.taskId));
    await arrivesFree(dora);
  });

  for (const status of [403, 404] as const) {
    test(`a result whose address answers ${status} costs nothing`, async () => {
      const dora = await story.meet('Dora');
      scenario().task({ expired: status });
      await story.make(dora, 'A vanished cat');
      await failsWith(dora, /the service no longer keeps it/, 1);
    });
  }

  for (const [what, resultJson] of [
    ['no result', null],
    ['an empty result', ''],
    ['a broken result', '{"resultUrls":["https://'],
    ['a result without addresses', '{"resultUrls":[]}'],
  ] as const) {
    test(`a success with ${what} costs nothing`, async () => {
      const dora = await story.meet('Dora');
      scenario().task({ resultJson });
      await story.make(dora, 'A cat made of air');
      await failsWith(dora, /the service no longer keeps it/, 1);
    });
  }

  test('a file server that stumbles is asked again', async () => {
    const dora = await story.meet('Dora');
    scenario().next('result', { kind: 'status', status: 503 }, { times: 2 });
    await arrives(dora, await story.make(dora, 'A cat on the stairs'));
  });

  test('a key or token is in nothing that a person was shown', async () => {
    const { telegram } = story.world;
    const shown = JSON.stringify(telegram.people.list().map((person) => [person.messages, person.toasts]));
    for (const secret of [telegram.bot().token, 'sim-key', story.world.kie.url]) {
      assert.ok(!shown.includes(secret), secret);
    }
  });

  test('while kie.ai gives no answers the line stands: an honest word, the menu answers, nothing is bought', async () => {
    const [dora, fay] = [await story.meet('Dora'), await story.meet('Fay')];
    const { app, clock } = story.world;
    const heard = oleg().messages.length;
    const { message, price } = await story.wish(dora, 'A cat in the silence');
    for (const call of ['createTask', 'recordInfo', 'credit'] as const)
      scenario().next(call, { kind: 'drop' }, { times: Number.POSITIVE_INFINITY });
    const ask = () => app.rooms.generations.guard.kie.credits({ retries: 0 });
    for (let turn = 0; turn < 5; turn++) await assert.rejects(ask());
    await oleg().until(() =>
      oleg()
        .messages.slice(heard)
        .find(({ text = '' }) => /no answers/.test(text)),
    );
    await dora.tap(message, confirmButton);
    await dora.waitFor((it) => /paused on our side.*nothing is charged/.test(it.text ?? ''));
    fay.send('/models');
    await fay.nextMessage((it) => it.reply_markup !== undefined);
    assert.equal((await fetch(`${app.url}/readyz`)).status, 200);
    assert.match(
      await (await fetch(`${app.url}/metrics`, metricsAccess)).text(),
      /^kiegram_provider_silent 1$/m,
    );
    assert.deepEqual(await story.states(dora), ['queued']);
    assert.deepEqual(await story.balance(dora), { available: startCredits - price, held: price });
    scenario().clear();
    clock.advance(6_000);
    await oleg().until(() =>
      oleg()
        .messages.slice(heard)
        .find(({ text = '' }) => /answers again/.test(text)),
    );
    await story.world.settle();
    await arrives(dora, { price });
    assert.ok(!(await story.states(dora)).includes('uncertain'));
  });

  test('when nobody listens at kie.ai the order waits in line and goes out once it is back', async () => {
    const dora = await story.meet('Dora');
    const { message, price } = await story.wish(dora, 'A cat behind a wall');
    await story.world.kie.close();
    await dora.tap(message, confirmButton);
    await story.world.app.rooms.queue.drain();
    assert.equal((await story.latest(dora)).state, 'queued');
    const back = await createKieSim({
      port: Number(new URL(story.world.kie.url).port),
      speeds: { image: 20 },
    });
    try {
      await story.world.settle();
      await arrives(dora, { price }, 0);
      assert.equal(back.journal.bought().length, 1);
    } finally {
      await back.close();
    }
  });

  test('when kie.ai stays away for six hours the order is given up and costs nothing', async () => {
    const dora = await story.meet('Dora');
    const { message } = await story.wish(dora, 'A cat far away');
    await dora.tap(message, confirmButton);
    await story.world.app.rooms.queue.drain();
    story.world.clock.advance(361 * minute);
    await story.reaches(dora, 'failed');
    await story.world.settle();
    await failsWith(dora, /the service does not answer/);
    assert.ok(!(await story.states(dora)).includes('uncertain'));
  });
});
