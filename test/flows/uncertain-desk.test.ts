import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, type Message, type Person, startCredits, tellStory } from './story.ts';

const [olga, pavel] = [
  { id: 4242, first_name: 'Olga' },
  { id: 4243, first_name: 'Pavel' },
];
const env = { ADMIN_IDS: `${olga.id},${pavel.id}` };

/** kie.ai does not answer the paid request of Carol; Olga and Pavel decide in their chats. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env });

  async function operator(who: typeof olga): Promise<Person> {
    const known = story.world.telegram.people.find(who.id);
    const person = known ?? story.world.telegram.people.join(who);
    person.send('/help');
    await person.nextMessage((it) => /How it works/.test(it.text ?? ''));
    return person;
  }

  /** A paid request whose answer and callback are lost; kie.ai did sell it or did not. */
  async function lose(carol: Person, sold: boolean) {
    story.world.kie.scenario.next('createTask', { kind: 'drop', after: sold });
    story.world.kie.scenario.task({ callback: 'lost' });
    const { message, price } = await story.wish(carol, 'A lamp');
    await carol.tap(message, confirmButton);
    const { id } = await story.reaches(carol, 'uncertain');
    return { id, price };
  }

  const alertOf = (person: Person, id: string): Promise<Message> =>
    person.waitFor((it) => String(it.text).includes(`order of generation ${id}`));

  /** The question for the reason, in the place of the message whose button asks for it. */
  async function why(person: Person, message: Message, label: string): Promise<Message> {
    await person.tap(message, label);
    return person.waitFor((it) => it.message_id === message.message_id && /Why\?/.test(it.text ?? ''));
  }

  test('the alert says what is known, and a tap and a reason give the credits back, whoever is first', async () => {
    const [first, second] = [await operator(olga), await operator(pavel)];
    const carol = await story.meet('Carol');
    const { id, price } = await lose(carol, false);
    const [alert, other] = [await alertOf(first, id), await alertOf(second, id)];
    const { modelId } = await story.latest(carol);
    for (const fact of ['Carol', String(carol.id), `${price} 💎 on hold`, modelId])
      assert.ok(alert.text?.includes(fact), `${fact} is missing in: ${alert.text}`);
    await carol.waitFor((it) => /did not confirm the order/.test(it.text ?? ''));
    const [question, late] = [
      await why(first, alert, '↩️ Release'),
      await why(second, other, '🔁 Try once more'),
    ];
    await first.tap(question, 'Not at kie.ai/logs');
    const refused = await second.tap(late, 'Not at kie.ai/logs');
    assert.equal(refused.text, 'This purchase is resolved already.');
    await story.world.settle();
    assert.equal((await story.latest(carol)).failure?.providerMessage, 'Not at kie.ai/logs');
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    assert.equal(story.bought(), 0);
    await carol.waitFor((it) => /never confirmed the order/.test(it.text ?? ''));
  });

  test('the task that kie.ai did sell is attached by sending its id, also after a wrong one', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { id, price } = await lose(carol, true);
    const alert = await alertOf(boss, id);
    await boss.tap(alert, '🔗 Attach a task');
    await boss.waitFor((it) => String(it.text).startsWith(`🔗 Send the task id of ${id}`));
    boss.send('task_nobody_knows');
    const wrong = await boss.nextMessage((it) => /task_nobody_knows to/.test(it.text ?? ''));
    const answer = await boss.tap(wrong, 'Found at kie.ai/logs');
    assert.match(answer.text ?? '', /does not know the task task_nobody_knows/);
    const task = story.world.kie.journal.bought().at(-1);
    assert.ok(task);
    boss.send(` ${task.taskId} `);
    const right = await boss.nextMessage((it) => String(it.text).includes(`${task.taskId} to ${id}`));
    await boss.tap(right, 'Found at kie.ai/logs');
    await boss.waitFor((it) => String(it.text).includes(`${id} has its task`));
    await story.world.settle();
    assert.equal((await story.latest(carol)).state, 'delivered');
    assert.deepEqual(await story.balance(carol), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('/uncertain lists what is open, and a try once more buys and charges once', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { id, price } = await lose(carol, false);
    boss.send('/uncertain');
    const listed = await boss.nextMessage((it) => String(it.text).includes(id));
    await boss.tap(await why(boss, listed, '🔁 Try once more'), 'Not at kie.ai/logs');
    await story.world.settle();
    assert.equal((await story.latest(carol)).state, 'delivered');
    assert.deepEqual(await story.balance(carol), { available: startCredits - price, held: 0 });
    boss.send('/uncertain');
    await boss.nextMessage((it) => /No purchase is uncertain/.test(it.text ?? ''));
  });

  test('nobody but an operator can resolve anything, by a forged button neither', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { id } = await lose(carol, false);
    const button = boss.buttons(await alertOf(boss, id)).find(({ text }) => text === '↩️ Release');
    assert.ok(button?.data);
    const answer = await carol.tapData(1, button.data);
    assert.equal(answer.text, 'This button is outdated.');
    carol.send('/uncertain');
    await carol.nextMessage((it) => /I do not know this command/.test(it.text ?? ''));
    assert.equal((await story.latest(carol)).state, 'uncertain');
    await boss.tap(await why(boss, await alertOf(boss, id), '↩️ Release'), 'Not at kie.ai/logs');
  });
});
