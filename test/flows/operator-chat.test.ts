import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getPerson } from '#people';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, hasButtons, type Message, type Person, startCredits, tellStory } from './story.ts';

const [olga, pavel] = [
  { id: 4242, first_name: 'Olga' },
  { id: 4243, first_name: 'Pavel' },
];
const packs = '50:100,200:450';
const env = { ADMIN_IDS: `${olga.id},${pavel.id}`, STAR_PACKS: packs };

/** Olga and Pavel run the bot from their chats. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env });

  async function operator(who: typeof olga): Promise<Person> {
    const known = story.world.telegram.people.find(who.id);
    if (known) return known;
    const person = story.world.telegram.people.join(who);
    person.send('/start');
    await person.nextMessage(hasButtons);
    return person;
  }

  /** The message of the desk after a tap: it is edited in place. */
  async function tapped(person: Person, desk: Message, label: string | RegExp): Promise<Message> {
    await person.tap(desk, label);
    const now = person.messages.find(({ message_id }) => message_id === desk.message_id);
    assert.ok(now, 'the screen is gone');
    return now;
  }

  async function admin(person: Person): Promise<Message> {
    person.send('/admin');
    return person.nextMessage((it) => it.text?.startsWith('🛠 Operator') === true);
  }

  /** What a screen asked for, typed; the screen that answers it. */
  async function typed(person: Person, text: string): Promise<Message> {
    person.send(text);
    return person.nextMessage(hasButtons);
  }

  async function cardOf(person: Person, who: Person): Promise<Message> {
    await tapped(person, await admin(person), '👤 Find a person');
    return typed(person, String(who.id));
  }

  const log = (limit = 10) => story.world.app.rooms.operator.auditLog({ limit });

  test('/admin shows the day, and to everybody else it is unknown, buttons included', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    await story.make(carol, 'A lamp');
    const desk = await admin(boss);
    assert.match(desk.text ?? '', /1 delivered, 0 failed, 0 under way/);
    assert.match(desk.text ?? '', /kie\.ai: [\d,]+ credits left/);
    carol.send('/admin');
    const refused = await carol.nextMessage(hasButtons);
    assert.match(refused.text ?? '', /I do not know this command/);
    const before = await log();
    for (const { data } of boss.buttons(desk)) {
      if (data === undefined || data === '1h') continue;
      assert.match((await carol.tapData(refused.message_id, data)).text ?? '', /outdated/);
    }
    const forged = `1ab:${carol.id.toString(36)}`;
    await carol.tapData(refused.message_id, forged);
    assert.deepEqual(await log(), before);
  });

  test('credits are given and taken with a reason, after a last look, and a double tap counts once', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const card = await cardOf(boss, carol);
    assert.match(card.text ?? '', new RegExp(`Carol · ${carol.id}`));
    await tapped(boss, card, '➕ Give credits');
    await typed(boss, 'fifty please');
    const confirm = await typed(boss, '50 a broken picture');
    assert.match(confirm.text ?? '', /Give 50 💎 to Carol[\s\S]*Reason: a broken picture/);
    assert.equal((await story.balance(carol)).available, startCredits);
    const { data } = boss.buttons(confirm).find(({ text }) => text.includes('Give 50')) ?? {};
    assert.ok(data);
    const [one, two] = await Promise.all([
      boss.tapData(confirm.message_id, data),
      boss.tapData(confirm.message_id, data),
    ]);
    assert.deepEqual([one.text, two.text].sort(), ['Done.', 'This was done already.']);
    assert.equal((await story.balance(carol)).available, startCredits + 50);
    const again = await cardOf(boss, carol);
    assert.match(again.text ?? '', /Olga: granted 💎\s50 · a broken picture/);
    await tapped(boss, again, '➖ Take credits');
    const why = await typed(boss, '30');
    assert.match(why.text ?? '', /Take 30 💎 from Carol[\s\S]*Why\?/);
    await boss.tap(why, 'A mistake put right');
    assert.equal((await story.balance(carol)).available, startCredits + 20);
    assert.deepEqual(
      (await log(2)).map(({ via, adminId, code, reason }) => [via, adminId, code, reason]),
      [
        ['chat', olga.id, 'credits-taken', 'A mistake put right'],
        ['chat', olga.id, 'credits-granted', 'a broken picture'],
      ],
    );
  });

  test('whose credits move hears of it, with the reason only where it is meant for them, in their language', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const igor = await story.meet('Игорь', 'ru');
    const give = async (who: Person, amount: string) => {
      await tapped(boss, await cardOf(boss, who), '➕ Give credits');
      return typed(boss, amount);
    };
    await boss.tap(await give(carol, '50 a broken picture'), '✔️ Give 50 💎');
    const given = `You were given 50 credits. Now you have ${startCredits + 50} credits.`;
    const { text = '' } = await carol.nextMessage((it) => String(it.text).includes(given));
    assert.doesNotMatch(text, /broken/);
    const told = await tapped(boss, await give(igor, '1'), '⬜️ The person reads the reason');
    await boss.tap(told, 'A gift');
    const heard = await igor.nextMessage((it) => /Вам начислено: 1 кредит\./.test(it.text ?? ''));
    assert.match(heard.text ?? '', /💬 Подарок$/);
    assert.equal((await log(1))[0]?.reason, 'A gift');
    await story.world.app.rooms.operator.take({
      ...{ actor: { via: 'cli', adminId: null }, personId: carol.id, amount: 20, reason: 'by mistake' },
      ...{ key: `told-${engine}`, note: 'Sorry, that was somebody else’s' },
    });
    const taken = await carol.nextMessage((it) => /20 credits were taken/.test(it.text ?? ''));
    assert.match(taken.text ?? '', /💬 Sorry, that was somebody else’s$/);
  });

  test('who is blocked or has left is given credits without a word', async () => {
    const boss = await operator(olga);
    const [carol, dan, eve] = [await story.meet('Carol'), await story.meet('Dan'), await story.meet('Eve')];
    const { operator: desk } = story.world.app.rooms;
    const order = { actor: { via: 'chat', adminId: boss.id }, amount: 7, reason: 'sorry' } as const;
    await desk.block({ ...order, personId: carol.id });
    dan.block();
    while (!(await getPerson(story.world.app.rooms.database.db, dan.id))?.botBlockedAt)
      await story.world.clock.sleep(20);
    for (const { id: personId } of [carol, dan, eve])
      await desk.grant({ ...order, personId, key: `quiet-${personId}` });
    await eve.nextMessage((it) => /You were given 7 credits/.test(it.text ?? ''));
    const written = story.world.telegram.journal.calls('sendMessage');
    const told = written.filter(({ params }) => /You were given 7/.test(String(params.text)));
    assert.deepEqual(
      told.map(({ params }) => Number(params.chat_id)),
      [eve.id],
      'they are told in the order of the grants',
    );
    await desk.unblock({ ...order, personId: carol.id });
  });

  test('who is blocked is not heard until somebody lets them in again', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const card = await cardOf(boss, carol);
    const why = await tapped(boss, card, '🚫 Block');
    assert.match(why.text ?? '', /Block Carol[\s\S]*Why\?/);
    const blocked = await tapped(boss, why, 'Spam');
    assert.match(blocked.text ?? '', /blocked by an operator/);
    const heard = carol.messages.length;
    carol.send('A lamp');
    boss.send('/help');
    await boss.nextMessage((it) => /How it works/.test(it.text ?? ''));
    assert.equal(carol.messages.length, heard + 1, 'only what she wrote herself');
    await tapped(boss, await tapped(boss, blocked, '✅ Let in again'), 'Cleared up');
    carol.send('/help');
    await carol.nextMessage((it) => /How it works/.test(it.text ?? ''));
    const itself = await tapped(boss, await cardOf(boss, boss), '🚫 Block');
    assert.match((await boss.tap(itself, 'Spam')).text ?? '', /Operators cannot be blocked/);
    assert.deepEqual(
      (await log(2)).map(({ code, reason }) => [code, reason]),
      [
        ['person-unblocked', 'Cleared up'],
        ['person-blocked', 'Spam'],
      ],
    );
  });

  test('a model that is switched off is sold nowhere, and what is in the line is still made', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { modelId } = await story.make(carol, 'Another lamp');
    const { registry, generations } = story.world.app.rooms;
    const title = registry.find(modelId).title;
    const waiting = await story.wish(carol, 'The last lamp');
    await carol.tap(waiting.message, confirmButton);
    const form = await story.wish(carol, 'One more lamp');
    const list = await tapped(boss, await admin(boss), /^🧯 Models/);
    await tapped(boss, list, /Search/);
    const found = await typed(boss, title);
    assert.equal(found.text, `🔎 Models for “${title}”:`);
    const model = await tapped(boss, found, title);
    const why = await tapped(boss, model, '🚫 Switch off for everybody');
    const off = await tapped(boss, why, 'Fails too often');
    assert.match(off.text ?? '', /switched off for everybody/);
    await story.world.settle();
    assert.equal((await story.latest(carol)).state, 'delivered', 'it was in the line before');
    const late = await carol.tap(form.message, confirmButton);
    assert.match(late.text ?? '', /not available at the moment/);
    await assert.rejects(generations.quote(modelId, { prompt: 'a lamp' }));
    const next = await story.wish(carol, 'With another model');
    await carol.tap(next.message, confirmButton);
    await story.world.settle();
    assert.notEqual((await story.latest(carol)).modelId, modelId);
    await tapped(boss, await tapped(boss, off, '✅ Switch on again'), 'Works again');
    assert.equal(story.world.app.rooms.terms.now().switchedOff.size, 0);
  });

  test('a new markup changes what is asked for and leaves what is confirmed', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { price } = await story.make(carol, 'A lamp');
    const old = await story.wish(carol, 'A dear lamp');
    await tapped(boss, await tapped(boss, await admin(boss), /^💲 Markup/), '✏️ Set another one');
    const why = await typed(boss, '4');
    assert.match(why.text ?? '', /from ×2 to ×4/);
    const set = await tapped(boss, why, 'A trial');
    assert.match(set.text ?? '', /×4/);
    assert.match((await carol.tap(old.message, confirmButton)).text ?? '', /The price has changed/);
    const dear = await story.make(carol, 'A dear lamp');
    assert.equal(dear.price, price * 2);
    await tapped(boss, await tapped(boss, set, '↺ As in the settings'), 'A trial');
    assert.equal((await story.wish(carol, 'A lamp')).price, price);
    assert.equal((await story.latest(carol)).quote.credits, price * 2);
  });

  test('a payment is given back from the card of who paid, also when credits of it are spent', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    carol.send('/buy');
    const offer = await carol.nextMessage(hasButtons);
    await carol.tap(offer, /⭐ 50/);
    const invoice = await carol.nextMessage((it) => it.invoice !== undefined);
    await carol.pay(invoice.message_id);
    await carol.nextMessage((it) => /Thank you!/.test(it.text ?? ''));
    await story.world.app.rooms.operator.take({
      actor: { via: 'chat', adminId: pavel.id },
      ...{ personId: carol.id, amount: startCredits + 60, reason: 'spent', key: `spent-${engine}` },
    });
    const payment = await tapped(boss, await cardOf(boss, carol), /^⭐ 50 ·/);
    const spent = await tapped(boss, payment, '↩️ Give ⭐ 50 back');
    assert.match(spent.text ?? '', /only 40 are left/);
    const done = await tapped(boss, spent, 'Asked for it');
    assert.match(done.text ?? '', /⭐ 50 given back, 40 of 100/);
    assert.equal((await story.balance(carol)).available, 0);
    const [refunded] = await log(1);
    assert.deepEqual([refunded?.code, refunded?.reason], ['payment-refunded', 'Asked for it']);
  });

  test('a payment that fits no offer is credited from the alert or from /admin, and its payer hears of it', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const { stars } = story.world.telegram.bot();
    const { telegram_payment_charge_id: chargeId } = stars.pay(carol.user, 55, 'from another program');
    await story.world.app.rooms.telegram.reconcilePayments();
    const alert = await boss.waitFor((it) => String(it.text).includes(chargeId));
    const payment = await tapped(boss, alert, '⚖️ Decide');
    assert.match(payment.text ?? '', /Carol[\s\S]*nothing credited yet[\s\S]*not ours/);
    const list = await tapped(boss, await admin(boss), '💫 Payments to decide · 1');
    const listed = await tapped(boss, list, /^⭐ 55 ·/);
    const amounts = await tapped(boss, listed, '➕ Give credits for it');
    assert.deepEqual(
      boss.buttons(amounts).map(({ text }) => text),
      ['100 💎', '450 💎', '‹ Back', '🏠 Menu'],
    );
    const why = await typed(boss, '110 paid by hand');
    const done = await tapped(boss, why, '✔️ Give 110 💎');
    assert.match(done.text ?? '', /✅ 110 💎 credited/);
    assert.equal((await story.balance(carol)).available, startCredits + 110);
    await carol.nextMessage((it) => /Your payment of ⭐ 55 is credited/.test(it.text ?? ''));
    const [credited] = await log(1);
    assert.deepEqual(
      [credited?.code, credited?.subject, credited?.reason],
      ['payment-credited', `payment:${chargeId}`, 'paid by hand'],
    );
    assert.ok(!boss.buttons(await admin(boss)).some(({ text }) => text.startsWith('💫')));
  });

  test('a promo code is made and closed at the desk', async () => {
    const boss = await operator(olga);
    const carol = await story.meet('Carol');
    const code = engine === 'pglite' ? 'SUMMER' : 'WINTER';
    const desk = await tapped(boss, await admin(boss), '🎁 Promo codes');
    await tapped(boss, desk, '➕ New code');
    await typed(boss, 'what is this');
    const why = await typed(boss, `${code} 70 5 2031-05-31`);
    assert.match(why.text ?? '', /last day: May 31, 2031/);
    const made = await tapped(boss, why, 'Campaign');
    const lines = (made.text ?? '').split('\n').filter((line) => line.includes(code));
    assert.deepEqual(lines, [`🎁 ${code} · 70 💎 · used 0 of 5 · until May 31, 2031`]);
    carol.send(`/promo ${code}`);
    await carol.nextMessage((it) => /70 credits added/.test(it.text ?? ''));
    const closed = await tapped(boss, await tapped(boss, made, `✖️ Close ${code}`), 'It is over');
    assert.match(closed.text ?? '', new RegExp(`${code} · 70 💎 · used 1 of 5 · ended `));
    const late = await story.meet('Dora');
    late.send(`/promo ${code}`);
    await late.nextMessage((it) => /has expired/.test(it.text ?? ''));
  });

  test('the audit log is read page by page', async () => {
    const boss = await operator(pavel);
    const { operator: desk } = story.world.app.rooms;
    for (let index = 0; index < 14; index++)
      await desk.unblock({
        actor: { via: 'desk', adminId: olga.id },
        personId: boss.id,
        reason: `n${index}`,
      });
    const first = await tapped(boss, await admin(boss), '📜 Audit log');
    assert.match(first.text ?? '', /Olga: unblocked · \d+ · n13/);
    assert.doesNotMatch(first.text ?? '', / n1$/m);
    const second = await tapped(boss, first, 'Next ›');
    assert.match(second.text ?? '', / n1$/m);
  });

  test('a broadcast is written, tried on oneself, sent by language and counted', async () => {
    const boss = await operator(olga);
    const igor = await story.meet('Игорь', 'ru');
    const carol = await story.meet('Carol');
    const desk = await tapped(boss, await admin(boss), '📣 Broadcasts');
    await tapped(boss, desk, '✏️ New broadcast');
    const draft = await typed(boss, 'New models are here');
    assert.match(draft.text ?? '', /New models are here[\s\S]*It would reach/);
    await boss.tap(draft, '👁 Send it to me');
    await boss.nextMessage((it) => it.text === 'New models are here');
    const russian = await tapped(boss, draft, /Русский/);
    const why = await tapped(boss, russian, /^📣 Send to \d+$/);
    assert.match(why.text ?? '', /Send this to \d+ pe\w+\?\s+New models are here/);
    await tapped(boss, why, 'News');
    await igor.nextMessage((it) => it.text === 'New models are here');
    await story.world.settle();
    assert.ok(!carol.messages.some((it) => it.text === 'New models are here'));
    assert.equal(igor.messages.filter((it) => it.text === 'New models are here').length, 1);
    const done = await tapped(boss, await tapped(boss, await admin(boss), '📣 Broadcasts'), /^✅ done/);
    assert.match(done.text ?? '', /(\d+) of \1 sent/);
    const [started] = await log(1);
    assert.deepEqual([started?.code, started?.reason], ['broadcast-started', 'News']);
  });
});
