import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyReport } from '#generation';
import { dayIn } from '#people';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, type Message, type Person, startCredits, tellStory } from './story.ts';

const timeZone = 'Asia/Tokyo';
const env = { FREE_DAILY: 'image:2', FREE_MAX_CREDITS: '10', TIME_ZONE: timeZone };
const freeButton = /^✅ Generate · free today \((\d) of 2 left\)$/;

/** Two pictures a day are free; the operator lives in Tokyo. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env });

  /** Writes a wish; the form with its free button. */
  async function wish(person: Person, text: string, left: number): Promise<Message> {
    person.send(text);
    return person.nextMessage((it) => person.buttons(it).some(isFreeWith(left)));
  }
  const isFreeWith =
    (left: number) =>
    ({ text }: { text: string }) =>
      freeButton.exec(text)?.[1] === String(left);
  async function makeFree(person: Person, text: string, left: number): Promise<void> {
    await person.tap(await wish(person, text, left), freeButton);
    await story.world.settle();
  }

  test('two a day are free, the third costs, and at midnight of the operator there are two again', async () => {
    const carol = await story.meet('Carol');
    await toJustBeforeMidnight();
    await makeFree(carol, 'A white rabbit', 2);
    assert.equal((await story.latest(carol)).state, 'delivered');
    await makeFree(carol, 'A black rabbit', 1);
    const third = await story.wish(carol, 'A grey rabbit');
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    await carol.tap(third.message, confirmButton);
    await story.world.settle();
    assert.deepEqual(await story.balance(carol), { available: startCredits - third.price, held: 0 });
    story.world.clock.advance(120_000);
    await makeFree(carol, 'A rabbit of the new day', 2);
    assert.deepEqual(await story.balance(carol), { available: startCredits - third.price, held: 0 });
    carol.send('/balance');
    const { text = '' } = await carol.nextMessage((it) => /^Balance/.test(it.text ?? ''));
    assert.equal(text.match(/ · free$/gm)?.length, 3, text);
  });

  test('what fails, or is cancelled in the line, does not count', async () => {
    const carol = await story.meet('Carol');
    story.world.kie.scenario.task({ fail: { failCode: 500, failMsg: 'no luck' } });
    await makeFree(carol, 'A fox', 2);
    assert.equal((await story.latest(carol)).state, 'failed');
    await carol.waitFor((it) => /does not count as one of your free ones/.test(it.text ?? ''));
    story.world.kie.scenario.next('createTask', { kind: 'refuse', code: 429, retryAfter: 30 });
    await carol.tap(await wish(carol, 'A second fox', 2), freeButton);
    while (String(await story.states(carol)) !== 'queued,submitting,queued')
      await story.world.clock.sleep(20);
    const { id } = await story.latest(carol);
    await story.world.app.rooms.generations.cancel(id, carol.id);
    await makeFree(carol, 'A third fox', 2);
    await wish(carol, 'A fourth fox', 1);
  });

  test('of many orders at once only as many are free as there are left', async () => {
    const carol = await story.meet('Carol');
    await makeFree(carol, 'An owl', 2);
    const { generations } = story.world.app.rooms;
    const wanted = { personId: carol.id, chatId: carol.id, modelId: 'z-image', free: true };
    const input = { prompt: 'An owl', aspect_ratio: '1:1' };
    const { credits: quotedCredits } = await generations.quote(wanted.modelId, input);
    const orders = Array.from({ length: 5 }, (_, index) =>
      generations.submit({ ...wanted, input, quotedCredits, key: `owl ${carol.id} ${index}` }),
    );
    const refused = (await Promise.allSettled(orders)).filter(({ status }) => status === 'rejected');
    assert.deepEqual(
      refused.map((order) => 'reason' in order && order.reason.code),
      Array(4).fill('free-used-up'),
    );
    await story.world.settle();
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    assert.equal(story.bought(), 2);
  });

  test('a button drawn while one was left is refused in words once it is gone', async () => {
    const carol = await story.meet('Carol');
    await makeFree(carol, 'A hen', 2);
    const form = await wish(carol, 'A second hen', 1);
    const { generations } = story.world.app.rooms;
    const input = { prompt: 'A third hen', aspect_ratio: '1:1' };
    const { credits: quotedCredits } = await generations.quote('z-image', input);
    const order = { personId: carol.id, chatId: carol.id, modelId: 'z-image', input, quotedCredits };
    await generations.submit({ ...order, key: `hen ${carol.id}`, free: true });
    const { text } = await carol.tap(form, freeButton);
    assert.match(String(text), /free ones of today are used up/);
    await story.form(carol);
    await story.world.settle();
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
  });

  test('what costs more than the cap is never free', async () => {
    const carol = await story.meet('Carol');
    await story.openModel(carol, 'Bytedance - V1 Lite Text to Video');
    const { price } = await story.wish(carol, 'Waves on a pebble beach');
    assert.ok(price > 10);
  });

  test('the report counts what was given apart from what was paid', async () => {
    const carol = await story.meet('Carol');
    const today = dayIn(story.world.clock.now(), timeZone);
    const { db } = story.world.app.rooms.database;
    const totals = async () => (await moneyReport(db, { from: today, to: today, timeZone })).total;
    const before = await totals();
    await makeFree(carol, 'A hare', 2);
    const after = await totals();
    assert.equal(after.income, before.income);
    assert.ok(after.given > before.given);
  });

  /** 30 s before the day in Tokyo ends. */
  async function toJustBeforeMidnight(): Promise<void> {
    const now = story.world.clock.now();
    const dayMs = 86_400_000;
    const sinceMidnight = (now.getTime() + 9 * 3_600_000) % dayMs;
    story.world.clock.advance((2 * dayMs - sinceMidnight - 60_000) % dayMs);
  }
});
