import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onOneEngine } from '../kit/index.ts';
import { confirmButton, hasButtons, type Person, photoBytes, tellStory } from './story.ts';

const startCredits = 300;
const outdated = 'This menu is outdated. Here is a fresh one.';

/** Clara presses everything, and Mallory presses what is not his. */
onOneEngine((engine) => {
  const story = tellStory(engine, { env: { START_CREDITS: String(startCredits) } });

  async function nothingHappened(person: Person): Promise<void> {
    await story.world.settle();
    assert.deepEqual(await story.generations(person), []);
    assert.deepEqual(await story.balance(person), { available: startCredits, held: 0 });
    assert.equal(story.bought(), 0);
  }

  for (const [what, text] of [
    ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 🦊'.repeat(20)],
    ['right-to-left text', 'שלום עולם مرحبا \u202Eabc\u202C'],
    ['what looks like HTML', '<b>bold</b> <a href="https://evil.example">x</a> &amp; </blockquote> <script>'],
    ['what looks like Markdown', '*a* _b_ `c` [d](https://e.example) ||f|| # g \\ ```'],
    ['a whole message of Telegram', 'a long story. '.repeat(292)],
    ['several lines', 'first line\n\n  second\tline\n'],
  ] as const) {
    test(`${what} arrives at kie.ai letter by letter and is shown as it was written`, async () => {
      const clara = await story.meet('Clara');
      const { message } = await story.wish(clara, text);
      assert.ok(String(message.text).includes(text.trim().slice(0, 400)), message.text);
      await clara.tap(message, confirmButton);
      await story.world.settle();
      const { taskId, state } = await story.latest(clara);
      assert.equal(state, 'delivered');
      assert.equal(story.world.kie.tasks.get(String(taskId))?.input.prompt, text);
      const { caption = '' } = await clara.waitFor((it) => it.photo !== undefined);
      assert.ok(caption.includes(text.trim().slice(0, 400)), caption);
      assert.equal(story.bought(), 1);
    });
  }

  for (const [what, text] of [
    ['nothing at all', ''],
    ['only blanks', ' \n\t  \n '],
  ] as const) {
    test(`${what} is no prompt: the form asks for one and offers no price`, async () => {
      const clara = await story.meet('Clara');
      clara.send(text);
      const { text: answer = '' } = await clara.nextMessage(hasButtons);
      assert.match(answer, /Send “Prompt” as a message/);
      assert.equal(clara.findButton(confirmButton), undefined);
      await nothingHappened(clara);
    });
  }

  test('a text beyond what the model takes is named so, with the limit, and cannot be bought', async () => {
    const clara = await story.meet('Clara');
    clara.send('x'.repeat(60_000));
    const { text = '' } = await clara.nextMessage(hasButtons);
    assert.match(text, /“Prompt” is too long: at most [\d,]+ characters/);
    assert.equal(clara.findButton(confirmButton), undefined);
    await nothingHappened(clara);
  });

  test('100 kB pasted, which Telegram splits into messages, leave one form with the last of them', async () => {
    const clara = await story.meet('Clara');
    for (let piece = 1; piece <= 25; piece++) clara.send(`piece ${piece} ${'y'.repeat(4000)}`);
    const forms = () => clara.messages.filter((it) => it.from?.is_bot && /piece/.test(it.text ?? ''));
    await clara.until(() => /piece 25/.test(forms()[0]?.text ?? ''));
    assert.equal(forms().length, 1);
    await nothingHappened(clara);
  });

  test('an unknown command is answered with the menu', async () => {
    const clara = await story.meet('Clara');
    clara.send('/make_me_rich now');
    const { text = '' } = await clara.nextMessage(hasButtons);
    assert.match(text, /^I do not know this command/);
    await nothingHappened(clara);
  });

  test('/cancel ends the form: the next sentence begins a new one', async () => {
    const clara = await story.meet('Clara');
    const { message } = await story.wish(clara, 'A castle');
    clara.send('/cancel');
    await clara.nextMessage((it) => it.text === 'Cancelled. Nothing was charged.');
    assert.equal((await clara.tap(message, confirmButton)).text, outdated);
    clara.send('/cancel');
    await clara.nextMessage((it) => /^There is nothing to cancel/.test(it.text ?? ''));
    const { message: next } = await story.wish(clara, 'A tower');
    assert.doesNotMatch(String(next.text), /castle/);
    await nothingHappened(clara);
  });

  test('a file that no model takes is refused in a sentence', async () => {
    const clara = await story.meet('Clara');
    clara.sendFiles([
      { kind: 'document', bytes: photoBytes, fileName: 'a.xlsx', mime: 'application/x-sheet' },
    ]);
    await clara.nextMessage((it) => it.text === 'No model on offer can use this kind of file.');
    await nothingHappened(clara);
  });

  test('a file beyond 20 MB is refused before anything is fetched', async () => {
    const clara = await story.meet('Clara');
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    clara.sendFiles([{ kind: 'video', bytes, fileName: 'film.mp4' }]);
    await clara.nextMessage((it) => /larger than 20 MB/.test(it.text ?? ''));
    assert.equal(story.world.telegram.journal.calls('getFile').length, 0);
    await nothingHappened(clara);
  });

  test('a button of an earlier state of the form buys nothing and shows the form of today', async () => {
    const clara = await story.meet('Clara');
    const { message } = await story.wish(clara, 'A brown bear');
    const old = String(clara.findButton(confirmButton, message.message_id)?.data);
    await clara.tap(message, /^Proportions/);
    await clara.tap(/16:9/);
    const answer = await clara.tapData(message.message_id, old);
    assert.equal(answer.text, outdated);
    await nothingHappened(clara);
  });

  test('buttons that nobody drew are answered with the menu', async () => {
    const clara = await story.meet('Clara');
    const { message } = await story.wish(clara, 'A grey wolf');
    for (const data of [
      '',
      'x',
      '1G',
      '1G:a:b:c',
      '0G:abc:1:1',
      `1G:${'z'.repeat(24)}:1:1`,
      '🦊',
      '1p:nobody',
    ]) {
      const answer = await clara.tapData(message.message_id, data);
      assert.ok(answer.answered, data);
      assert.match(String(answer.text), /outdated/, data);
    }
    await nothingHappened(clara);
  });

  test('the button of another person’s form buys nothing, neither for one nor for the other', async () => {
    const clara = await story.meet('Clara');
    const mallory = await story.meet('Mallory');
    const { message } = await story.wish(clara, 'A secret garden');
    const data = String(clara.findButton(confirmButton, message.message_id)?.data);
    const answer = await mallory.tapData(Number(mallory.lastMessage?.message_id), data);
    assert.equal(answer.text, outdated);
    assert.ok(!JSON.stringify(mallory.messages).includes('secret garden'));
    await nothingHappened(clara);
    await nothingHappened(mallory);
  });

  test('the result of another person cannot be opened, repeated or fetched', async () => {
    const clara = await story.meet('Clara');
    const mallory = await story.meet('Mallory');
    const { id, price } = await story.make(clara, 'A private picture');
    for (const code of ['1p', '1a', '1n', '1r', '1s']) {
      const answer = await mallory.tapData(Number(mallory.lastMessage?.message_id), `${code}:${id}`);
      assert.equal(answer.text, 'This button is outdated.', code);
    }
    assert.ok(!JSON.stringify(mallory.messages).includes('private picture'));
    assert.deepEqual(await story.balance(clara), { available: startCredits - price, held: 0 });
  });

  for (const times of [2, 50]) {
    test(`${times} taps on the confirm button at once buy one picture`, async () => {
      const clara = await story.meet('Clara');
      const { message, price } = await story.wish(clara, 'A stubborn donkey');
      const taps = Array.from({ length: times }, () => clara.tap(message, confirmButton));
      const answers = await Promise.all(taps);
      assert.ok(answers.every(({ answered }) => answered));
      await story.world.settle();
      assert.equal((await story.generations(clara)).length, 1);
      assert.equal(clara.messages.filter((it) => it.photo).length, 1);
      assert.deepEqual(await story.balance(clara), { available: startCredits - price, held: 0 });
      assert.equal(story.bought(), 1);
    });
  }

  test('a balance that is too low says how much is missing, and kie.ai hears nothing', async () => {
    const clara = await story.meet('Clara');
    await story.openModel(clara, 'Kling V2.1 Master Text to Video');
    const { message, price } = await story.wish(clara, 'A dragon over the city');
    const missing = price - startCredits;
    assert.ok(missing > 0);
    assert.match(String(message.text), new RegExp(`${missing} 💎 short`));
    await clara.tap(message, confirmButton);
    const short = await clara.nextMessage((it) => /^Not enough credits/.test(it.text ?? ''));
    const sums = `costs ${price} 💎, you have ${startCredits} 💎, so ${missing} 💎 are missing`;
    assert.ok(String(short.text).includes(sums), short.text);
    await nothingHappened(clara);
  });

  test('the last credits are spent once, however many forms are confirmed at once', async () => {
    const clara = await story.meet('Clara');
    const name = 'Bytedance Seedance 2.0 Fast';
    const forms = await inTurn([1, 2], async (round) => {
      await story.openModel(clara, name);
      return story.wish(clara, `A train, take ${round}`);
    });
    await Promise.all(forms.map(({ message }) => clara.tap(message, confirmButton)));
    await story.world.settle();
    assert.equal((await story.generations(clara)).length, 1);
    assert.equal(story.bought(), 1);
    const { available } = await story.balance(clara);
    assert.equal(available, startCredits - Number(forms[0]?.price));
  });
});

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
