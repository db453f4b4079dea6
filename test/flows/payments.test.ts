import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdraw } from '#ledger';
import { getPayment, paymentsOf } from '#payments';
import { onEachEngine } from '../kit/index.ts';
import {
  confirmButton,
  type Form,
  type Message,
  type Person,
  type Story,
  startCredits,
  tellStory,
} from './story.ts';

const olga = { id: 4242, first_name: 'Olga' };
const packs = { cheap: 5, large: 800 };
const env = {
  ADMIN_IDS: String(olga.id),
  SUPPORT_CONTACT: '@kiegram_help',
  STAR_PACKS: `100:${packs.cheap},500:${packs.large}`,
  REFERRAL_CREDITS: '20',
};

/** Carol buys credits with Stars; Olga runs the bot. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env });

  test('a pack on /balance becomes an invoice, and the payment becomes credits', async () => {
    const carol = await story.meet('Carol');
    carol.send('/balance');
    const screen = await carol.nextMessage((it) => /^Balance/.test(it.text ?? ''));
    await carol.tap(screen, `⭐ 100 → ${packs.cheap} 💎`);
    const invoice = await invoiceOf(carol);
    assert.equal(invoice.invoice?.title, '5 credits');
    assert.equal(invoice.invoice?.total_amount, 100);
    assert.deepEqual(await carol.pay(invoice.message_id), { paid: true });
    await carol.nextMessage((it) => /Thank you! 5 credits added/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits + packs.cheap, held: 0 });
    carol.send('/balance');
    const { text = '' } = await carol.nextMessage((it) => /^Balance/.test(it.text ?? ''));
    assert.match(text, / · Pack for ⭐ 100 · \+5 💎$/m);
    const again = await carol.pay(invoice.message_id);
    assert.deepEqual(again, { paid: false, error: 'This offer has been paid already.' });
  });

  test('a pack bought in Russian on /buy is spoken of in Russian', async () => {
    const igor = await story.meet('Игорь', 'ru');
    igor.send('/buy');
    const screen = await igor.nextMessage((it) => /выберите пакет/.test(it.text ?? ''));
    await igor.tap(screen, `⭐ 500 → ${packs.large} 💎`);
    const invoice = await invoiceOf(igor);
    await igor.pay(invoice.message_id);
    await igor.nextMessage((it) => /Спасибо! Зачислено: 800 кредитов/.test(it.text ?? ''));
  });

  test('a form that costs more than there is waits for the payment and then starts by itself', async () => {
    const carol = await story.meet('Carol');
    const form = await costly(story, carol);
    const { available } = await story.balance(carol);
    const invoice = await buyFor(carol, form, available);
    await carol.pay(invoice.message_id);
    await carol.nextMessage((it) => /Thank you!/.test(it.text ?? ''));
    await carol.nextMessage(isStatusOrVideo);
    await story.world.settle();
    assert.ok(carol.messages.some((it) => it.video));
    assert.equal((await story.latest(carol)).state, 'delivered');
    assert.deepEqual(await story.balance(carol), {
      available: available + packs.large - form.price,
      held: 0,
    });
    assert.equal(story.bought(), 1);
    assert.equal((await story.generations(carol)).length, 1);
  });

  test('a form that was changed while it waited is shown again instead of being bought', async () => {
    const carol = await story.meet('Carol');
    const form = await costly(story, carol);
    const { available } = await story.balance(carol);
    const invoice = await buyFor(carol, form, available);
    carol.send('Something else altogether');
    await story.form(carol);
    await carol.pay(invoice.message_id);
    const shown = await carol.nextMessage((it) =>
      /The form has changed since you confirmed it/.test(it.text ?? ''),
    );
    assert.match(String(shown.text), /Something else altogether/);
    assert.equal((await story.generations(carol)).length, 0);
    await carol.tap(shown, confirmButton);
    await story.world.settle();
    assert.equal(story.bought(), 1);
    assert.equal((await story.latest(carol)).input.prompt, 'Something else altogether');
  });

  test('a payment that Telegram brings twice, the second time after a restart, is credited once', async () => {
    const carol = await story.meet('Carol');
    const receipt = await buy(carol, 100);
    await story.world.restart();
    deliverAgain(story, carol, receipt);
    await heard(carol);
    const { db } = story.world.app.rooms.database;
    assert.equal((await paymentsOf(db, carol.id)).length, 1);
    assert.deepEqual(await story.balance(carol), { available: startCredits + packs.cheap, held: 0 });
    assert.equal(carol.messages.filter((it) => /Thank you!/.test(it.text ?? '')).length, 1);
  });

  test('the operator makes a promo code, people redeem it once each, and a closed one gives nothing', async () => {
    const operator = await meetOperator(story);
    const [carol, dan] = [await story.meet('Carol'), await story.meet('Dan')];
    const code = `SPRING${carol.id}`;
    const says = async (who: Person, text: string, said: string) => {
      who.send(text);
      await who.nextMessage((it) => String(it.text).includes(said));
    };
    await says(carol, `/promo_new ${code} 70`, 'I do not know this command');
    await says(operator, '/promo_new', 'Send the new code:');
    await asked(operator, `/promo_new ${code.toLowerCase()} 70 5 2031-05-31`, 'Campaign');
    const again = await asked(operator, `/promo_new ${code} 70`, 'Campaign');
    assert.match(again.text ?? '', /This promo code exists already/);
    await says(carol, `/promo ${code.toLowerCase()}`, '70 credits added');
    await says(carol, `/promo ${code}`, 'You have used this promo code already');
    await says(carol, '/promo nosuchcode', 'There is no such promo code');
    await says(operator, '/promo_list', `${code} · 70 💎 · used 1 of 5`);
    await asked(operator, `/promo_close ${code}`, 'It is over');
    await says(dan, `/promo ${code}`, 'This promo code has expired');
    assert.deepEqual(await story.balance(carol), { available: startCredits + 70, held: 0 });
    assert.deepEqual(await story.balance(dan), { available: startCredits, held: 0 });
  });

  test('an invitation rewards both sides once, when the first result arrives', async () => {
    const carol = await story.meet('Carol');
    carol.send('/balance');
    const { text = '' } = await carol.nextMessage((it) => /^Balance/.test(it.text ?? ''));
    const code = /\?start=(r_\S+)/.exec(text)?.[1];
    assert.ok(code, text);
    const dan = story.world.telegram.people.join({ first_name: 'Dan' });
    dan.send(`/start ${code}`);
    await dan.nextMessage((it) => /Hello, Dan/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    const first = await story.make(dan, 'A white rabbit');
    await carol.waitFor((it) => /Your friend has got the first result, so 20 credits/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits + 20, held: 0 });
    const second = await story.make(dan, 'A black rabbit');
    const spent = first.price + second.price;
    assert.deepEqual(await story.balance(dan), { available: startCredits + 20 - spent, held: 0 });
    assert.deepEqual(await story.balance(carol), { available: startCredits + 20, held: 0 });
  });

  test('an invoice with a forged payload, or of somebody else, is refused before any money moves', async () => {
    const carol = await story.meet('Carol');
    const eve = await story.meet('Eve');
    const invoice = await openInvoice(carol, 100);
    const bot = story.world.telegram.bot();
    const terms = bot.invoices.get(invoice.message_id);
    assert.ok(terms);
    const forged = { ...terms, payload: 'forged' };
    for (const [who, changed, said] of [
      [eve, forged, /no longer exists/],
      [eve, terms, /made to somebody else/],
      [carol, { ...terms, amount: 1 }, /price has changed/],
    ] as const) {
      bot.invoiceLinks.set('https://t.me/$forged', changed);
      const { paid, error } = await who.pay('https://t.me/$forged');
      assert.equal(paid, false);
      assert.match(String(error), said);
    }
    const { db } = story.world.app.rooms.database;
    assert.deepEqual([...(await paymentsOf(db, eve.id)), ...(await paymentsOf(db, carol.id))], []);
  });

  test('pre-checkout is answered at once while ten slow generations run', async () => {
    const [carol, dora] = [await story.meet('Carol'), await story.meet('Dora')];
    const invoice = await openInvoice(carol, 100);
    for (let index = 0; index < 5; index++) {
      for (const person of [carol, dora]) {
        story.world.kie.scenario.task({ runMs: 2500 });
        const { message } = await story.wish(person, `Slow picture ${index}`);
        await person.tap(message, confirmButton);
      }
    }
    const from = performance.now();
    assert.deepEqual(await carol.pay(invoice.message_id), { paid: true });
    const ms = performance.now() - from;
    assert.ok(ms < 5000, `it took ${ms} ms of Telegram's ten seconds`);
    await carol.nextMessage((it) => /Thank you!/.test(it.text ?? ''));
    await story.world.settle();
    assert.equal(story.bought(), 10);
  });

  test('/paysupport, /terms and /privacy name whom to write to, in both languages', async () => {
    for (const language of ['en', 'ru']) {
      const person = await story.meet('Fay', language);
      for (const command of ['/paysupport', '/terms', '/privacy']) {
        person.send(command);
        await person.nextMessage((it) => /@kiegram_help/.test(it.text ?? ''));
      }
    }
  });

  test('the operator gives Stars back: the credits go, the person is told, Telegram is asked once', async () => {
    const carol = await story.meet('Carol');
    const operator = await meetOperator(story);
    const receipt = await buy(carol, 100);
    carol.send(`/refund ${chargeOf(receipt)}`);
    await carol.nextMessage((it) => /I do not know this command/.test(it.text ?? ''));
    await giveBack(operator, receipt);
    await operator.waitFor((it) => /Done: ⭐ 100 given back, 5 of 5 💎 taken/.test(it.text ?? ''));
    operator.send(`/refund ${chargeOf(receipt)}`);
    const done = await operator.nextMessage((it) => /given back, 5 of 5 💎 taken/.test(it.text ?? ''));
    assert.ok(!operator.buttons(done).some(({ text }) => text.startsWith('↩️')));
    await carol.waitFor((it) => /⭐ 100 went back to you, and 5 💎/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    assert.equal(refundCalls(story, receipt), 1);
  });

  test('a refund of spent credits says so before, and takes what is left', async () => {
    const carol = await story.meet('Carol');
    const operator = await meetOperator(story);
    const receipt = await buy(carol, 500);
    const available = 30;
    await leave(story, carol, available);
    await giveBack(operator, receipt, async ({ text = '' }) => {
      assert.match(text, new RegExp(`Of the ${packs.large} 💎 of this payment only ${available} are left`));
      assert.equal(refundCalls(story, receipt), 0);
      assert.deepEqual(await story.balance(carol), { available, held: 0 });
    });
    await operator.waitFor((it) => String(it.text).includes(`${available} of ${packs.large} 💎 taken`));
    assert.deepEqual(await story.balance(carol), { available: 0, held: 0 });
  });

  test('a refund that Telegram did not answer goes on in the next round, also when it had been made', async () => {
    const carol = await story.meet('Carol');
    const operator = await meetOperator(story);
    const receipt = await buy(carol, 100);
    const fault = { method: 'refundStarPayment', times: 1 } as const;
    story.world.telegram.fault({ ...fault, kind: 'drop_before' });
    await giveBack(operator, receipt);
    await operator.waitFor((it) => /has not answered yet/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
    const description = 'Bad Request: CHARGE_ALREADY_REFUNDED';
    story.world.telegram.fault({ ...fault, kind: 'error', description });
    await story.world.app.rooms.telegram.reconcilePayments();
    const { db } = story.world.app.rooms.database;
    assert.equal((await getPayment(db, chargeOf(receipt)))?.state, 'refunded');
    await carol.waitFor((it) => /⭐ 100 went back to you/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
  });
});

/** The updates of whoever stops are dropped here: `PENDING_UPDATES=drop`. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env: { ...env, PENDING_UPDATES: 'drop' } });

  test('a payment whose update was dropped is credited from the list of Telegram, and its form starts', async () => {
    await polling(story);
    const carol = await story.meet('Carol');
    const form = await costly(story, carol);
    const { available } = await story.balance(carol);
    const invoice = await buyFor(carol, form, available);
    await story.world.app.stop();
    const terms = story.world.telegram.bot().invoices.get(invoice.message_id);
    assert.ok(terms);
    story.world.telegram.bot().stars.pay(carol.user, terms.amount, terms.payload);
    const stoppedAt = story.world.telegram.journal.entries.at(-1)?.seq;
    await story.world.restart();
    await carol.nextMessage((it) => /Thank you! 800 credits added/.test(it.text ?? ''), restarted);
    await carol.nextMessage(isStatusOrVideo, restarted);
    await polling(story, stoppedAt);
    await story.world.settle();
    assert.ok(carol.messages.some((it) => it.video));
    assert.equal(story.bought(), 1);
    assert.deepEqual(await story.balance(carol), {
      available: available + packs.large - form.price,
      held: 0,
    });
  });

  test('a refund made elsewhere is noticed, and the operator hears of credits that were spent', async () => {
    const carol = await story.meet('Carol');
    const operator = await meetOperator(story);
    const receipt = await buy(carol, 500);
    const available = 30;
    await leave(story, carol, available);
    story.world.telegram.bot().stars.refund(carol.id, chargeOf(receipt));
    await story.world.app.rooms.telegram.reconcilePayments();
    await operator.waitFor((it) =>
      String(it.text).includes(`${packs.large - available} 💎 of it had been spent`),
    );
    assert.deepEqual(await story.balance(carol), { available: 0, held: 0 });
  });

  test('a payment that fits no offer is kept for the operator, who gives it back', async () => {
    const carol = await story.meet('Carol');
    const operator = await meetOperator(story);
    const { telegram_payment_charge_id: chargeId } = story.world.telegram
      .bot()
      .stars.pay(carol.user, 7, 'from another program');
    await story.world.app.rooms.telegram.reconcilePayments();
    const { text = '' } = await operator.waitFor((it) => String(it.text).includes(chargeId));
    assert.match(text, /⭐ 7 .+ fits no offer/);
    const payment = await tapped(operator, await operator.waitFor((it) => it.text === text), '⚖️ Decide');
    await tapped(operator, await tapped(operator, payment, '↩️ Give ⭐ 7 back'), 'A mistake put right');
    await operator.waitFor((it) => /⭐ 7 given back, 0 of 0/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
  });
});

/** A product that has just started on a busy machine may take its time. */
const restarted = { timeoutMs: 60_000 };

/** What is written before the first poll would be dropped. */
async function polling({ world }: Story, since = 0): Promise<void> {
  await world.telegram.journal.waitFor(
    (it) => it.seq > since && it.kind === 'call' && /^getUpdates$/i.test(it.method),
    restarted.timeoutMs,
  );
}

function invoiceOf(person: Person): Promise<Message> {
  return person.nextMessage((it) => it.invoice !== undefined);
}

async function openInvoice(person: Person, stars: number): Promise<Message> {
  person.send('/buy');
  const screen = await person.nextMessage((it) => /^Balance/.test(it.text ?? ''));
  await person.tap(screen, new RegExp(`^⭐ ${stars} `));
  return invoiceOf(person);
}

/** Buys a pack; the receipt, as the bot got it. */
async function buy(person: Person, stars: number): Promise<Message> {
  const invoice = await openInvoice(person, stars);
  await person.pay(invoice.message_id);
  await person.nextMessage((it) => /Thank you!/.test(it.text ?? ''));
  const receipt = person.messages.findLast((it) => it.successful_payment);
  assert.ok(receipt);
  return receipt;
}

function chargeOf({ successful_payment: payment }: Message): string {
  assert.ok(payment);
  return payment.telegram_payment_charge_id;
}

/** A form whose price exceeds what is there. */
async function costly(story: Story, person: Person): Promise<Form> {
  await leave(story, person, 3);
  await story.openModel(person, 'Bytedance - V1 Lite Text to Video');
  return story.wish(person, 'Waves on a pebble beach');
}

/** Spends all but so many credits. */
async function leave(story: Story, person: Person, credits: number): Promise<void> {
  const { database } = story.world.app.rooms;
  const { available } = await story.balance(person);
  const deed = { key: `spent:${person.id}`, reason: 'operator-withdrawal', memo: '' } as const;
  const at = story.world.clock.now();
  await database.transaction((trx) =>
    withdraw(trx, { ...deed, personId: person.id, amount: available - credits, at }),
  );
}

/** What the film's way begins with: the word where it stands, or the film itself. */
function isStatusOrVideo({ text, video }: Message): boolean {
  return video !== undefined || /Text to Video: (in|number|working)/.test(text ?? '');
}

/** Confirms a form that costs too much and takes the pack that covers it. */
async function buyFor(person: Person, form: Form, available: number): Promise<Message> {
  await person.tap(form.message, confirmButton);
  const short = await person.nextMessage((it) => /Not enough credits/.test(it.text ?? ''));
  assert.ok(String(short.text).includes(`so ${form.price - available} 💎 are missing`), short.text);
  const labels = person.buttons(short).map(({ text }) => text);
  assert.deepEqual(labels, [`⭐ 500 → ${packs.large} 💎`, '‹ Back']);
  await person.tap(short, /^⭐ 500/);
  return invoiceOf(person);
}

/** The same message in a new update. */
function deliverAgain({ world }: Story, person: Person, receipt: Message): void {
  const { queue } = world.telegram.bot();
  queue.push({ type: 'message', senderId: person.id, payload: receipt as never });
}

/** Updates of a chat are handled in order: when the later one is answered, the earlier ones are done. */
async function heard(person: Person): Promise<void> {
  person.send('/help');
  await person.nextMessage((it) => /How it works/.test(it.text ?? ''));
}

async function meetOperator(story: Story): Promise<Person> {
  const known = story.world.telegram.people.find(olga.id);
  const operator = known ?? story.world.telegram.people.join(olga);
  operator.send('/start');
  await operator.nextMessage((it) => /Hello, Olga/.test(it.text ?? ''));
  return operator;
}

/** A command of the operator that asks why, and the reason; what the tap answers. */
async function asked(operator: Person, command: string, reason: string) {
  operator.send(command);
  return operator.tap(await operator.nextMessage((it) => /Why\?/.test(it.text ?? '')), reason);
}

/** The way of an operator from the charge to the Stars that go back; `look` sees the last question. */
async function giveBack(
  operator: Person,
  receipt: Message,
  look: (question: Message) => unknown = () => undefined,
): Promise<void> {
  operator.send(`/refund ${chargeOf(receipt)}`);
  const payment = await operator.nextMessage((it) => String(it.text).includes(chargeOf(receipt)));
  const question = await tapped(operator, payment, /^↩️ Give ⭐ \d+ back$/);
  await look(question);
  await operator.tap(question, 'Asked for it');
}

/** The message after a tap: it is edited in place. */
async function tapped(person: Person, message: Message, label: string | RegExp): Promise<Message> {
  await person.tap(message, label);
  const now = person.messages.find(({ message_id }) => message_id === message.message_id);
  assert.ok(now, 'the screen is gone');
  return now;
}

function refundCalls(story: Story, receipt: Message): number {
  return story.world.telegram.journal
    .calls('refundStarPayment')
    .filter(({ params }) => params.telegram_payment_charge_id === chargeOf(receipt)).length;
}
