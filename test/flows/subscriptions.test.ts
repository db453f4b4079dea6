import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subscriptionsOf } from '#payments';
import { onEachEngine } from '../kit/index.ts';
import { type Message, type Person, type Story, startCredits, tellStory } from './story.ts';

const monthly = 900;
const env = { STAR_PACKS: '100:200', STAR_SUBSCRIPTION: `300:${monthly}` };
const day = 86_400_000;
const offer = `🔁 ⭐ 300 → ${monthly} 💎 every month`;

/** Carol has a subscription; Telegram takes its Stars every 30 days. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env });

  test('the first month is paid by Telegram’s link, each later one is credited once', async () => {
    const carol = await story.meet('Carol');
    const charge = await subscribe(carol);
    assert.deepEqual(await story.balance(carol), { available: startCredits + monthly, held: 0 });
    story.world.clock.advance(30 * day);
    assert.equal(carol.renew(charge), true);
    await carol.nextMessage((it) => /Your subscription goes on: 900 credits added/.test(it.text ?? ''));
    deliverAgain(story, carol);
    const screen = await balanceScreen(carol);
    assert.match(String(screen.text), /Subscription: 900 💎 a month for ⭐ 300, next on/);
    assert.match(String(screen.text), new RegExp(await paidUntil(story, carol)));
    assert.deepEqual(await story.balance(carol), { available: startCredits + 2 * monthly, held: 0 });
  });

  test('a second subscription beside the first is not sold, by an old link neither', async () => {
    const carol = await story.meet('Carol');
    const first = await openLink(carol);
    await subscribe(carol);
    const { paid, error } = await carol.pay(first);
    assert.deepEqual([paid, error], [false, 'You have a subscription already. See /balance.']);
    const labels = carol.buttons(await balanceScreen(carol)).map(({ text }) => text);
    assert.ok(!labels.includes(offer), labels.join());
  });

  test('the link paid twice in the same instant: one month counts, the other goes back with its subscription', async () => {
    const carol = await story.meet('Carol');
    const { stars } = story.world.telegram.bot();
    const link = await openLink(carol);
    // Both are asked for before either is answered.
    story.world.telegram.fault({ method: 'answerPreCheckoutQuery', kind: 'slow', ms: 500, times: 2 });
    const outcomes = await Promise.all([carol.pay(link), carol.pay(link)]);
    assert.deepEqual(outcomes, [{ paid: true }, { paid: true }]);
    await carol.nextMessage((it) =>
      /paid for the subscription twice .* ⭐ 300 went back/.test(it.text ?? ''),
    );
    await story.world.app.rooms.telegram.reconcilePayments();
    assert.deepEqual(await story.balance(carol), { available: startCredits + monthly, held: 0 });
    assert.equal(carol.messages.filter((it) => it.refunded_payment).length, 1);
    const said = carol.messages.filter((it) => /went back to you/.test(it.text ?? ''));
    assert.equal(said.length, 1, 'it is said once');
    const charges = carol.messages.flatMap(
      ({ successful_payment: it }) => it?.telegram_payment_charge_id ?? [],
    );
    const goesOn = charges.filter((charge) => !stars.subscription(carol.id, charge).cancelled);
    const [kept] = await subscriptionsOf(story.world.app.rooms.database.db, carol.id);
    assert.deepEqual(goesOn, [kept?.chargeId]);
    assert.equal(stars.subscription(carol.id, kept?.chargeId ?? '').refunded, false);
    assert.match(String((await balanceScreen(carol)).text), /next on/);
  });

  test('the second of two payments is found in the list of Telegram alone: it goes back as well', async () => {
    const carol = await story.meet('Carol');
    const { stars } = story.world.telegram.bot();
    const charge = await subscribe(carol);
    const { payload } = stars.subscription(carol.id, charge);
    const second = stars.pay(carol.user, 300, payload, 30 * 86_400).telegram_payment_charge_id;
    await story.world.app.rooms.telegram.reconcilePayments();
    await carol.waitFor((it) => /paid for the subscription twice/.test(it.text ?? ''));
    const { refunded, cancelled } = stars.subscription(carol.id, second);
    assert.deepEqual([refunded, cancelled], [true, true]);
    assert.deepEqual(await story.balance(carol), { available: startCredits + monthly, held: 0 });
  });

  test('it is ended and taken up again by a button, and Telegram is told each time', async () => {
    const carol = await story.meet('Carol');
    const charge = await subscribe(carol);
    await carol.tap(await balanceScreen(carol), '✖️ End the subscription');
    assert.match(String((await newest(carol)).text), /ends on/);
    story.world.clock.advance(30 * day);
    assert.equal(carol.renew(charge), false, 'Telegram takes nothing any more');
    assert.deepEqual(await story.balance(carol), { available: startCredits + monthly, held: 0 });
    const again = await subscribe(carol);
    await carol.tap(await balanceScreen(carol), '✖️ End the subscription');
    await carol.tap(await newest(carol), '🔁 Go on with the subscription');
    assert.match(String((await newest(carol)).text), /next on/);
    story.world.clock.advance(30 * day);
    assert.equal(carol.renew(again), true);
    await carol.nextMessage((it) => /Your subscription goes on/.test(it.text ?? ''));
    assert.deepEqual(await story.balance(carol), { available: startCredits + 3 * monthly, held: 0 });
  });

  test('what is ended in Telegram’s settings, or cannot be paid, is shown as it is', async () => {
    const carol = await story.meet('Carol');
    const charge = await subscribe(carol);
    carol.changeSubscription(charge, true);
    assert.match(String((await balanceScreen(carol)).text), /ends on/);
    carol.changeSubscription(charge, false);
    assert.match(String((await balanceScreen(carol)).text), /next on/);
    assert.equal(carol.renew(charge, { enoughStars: false }), false);
    assert.match(String((await balanceScreen(carol)).text), /could not be paid, ends on/);
  });

  test('a renewal whose update was lost is credited from the list of Telegram', async () => {
    const carol = await story.meet('Carol');
    const charge = await subscribe(carol);
    story.world.clock.advance(30 * day);
    story.world.telegram.bot().stars.renew(carol.id, charge);
    await story.world.app.rooms.telegram.reconcilePayments();
    await carol.waitFor((it) => /Your subscription goes on: 900 credits added/.test(it.text ?? ''));
    await story.world.app.rooms.telegram.reconcilePayments();
    assert.deepEqual(await story.balance(carol), { available: startCredits + 2 * monthly, held: 0 });
  });

  test('in Russian it is offered beside the packs of /buy', async () => {
    const igor = await story.meet('Игорь', 'ru');
    igor.send('/buy');
    const screen = await igor.nextMessage((it) => /выберите пакет/.test(it.text ?? ''));
    const labels = igor.buttons(screen).map(({ text }) => text);
    assert.deepEqual(labels.slice(0, 2), ['⭐ 100 → 200 💎', `🔁 ⭐ 300 → ${monthly} 💎 каждый месяц`]);
  });
});

async function balanceScreen(person: Person): Promise<Message> {
  person.send('/balance');
  return person.nextMessage((it) => /^Balance/.test(it.text ?? ''));
}

/** The message that the last tap changed, as it stands. */
async function newest(person: Person): Promise<Message> {
  const found = person.messages.findLast((it) => /^Balance/.test(it.text ?? ''));
  assert.ok(found);
  return found;
}

/** The address of Telegram's payment of the subscription. */
async function openLink(person: Person): Promise<string> {
  await person.tap(await balanceScreen(person), offer);
  const shown = person.messages.findLast((it) => /every month for ⭐ 300/.test(it.text ?? ''));
  const button = shown?.reply_markup?.inline_keyboard[0]?.[0];
  assert.ok(button && 'url' in button);
  return button.url;
}

/** Subscribes; answers the charge that Telegram knows the subscription by. */
async function subscribe(person: Person): Promise<string> {
  const link = await openLink(person);
  assert.deepEqual(await person.pay(link), { paid: true });
  await person.nextMessage((it) => /Thank you! 900 credits added. The same comes on/.test(it.text ?? ''));
  const receipt = person.messages.findLast((it) => it.successful_payment)?.successful_payment;
  assert.ok(receipt?.is_first_recurring);
  return receipt.telegram_payment_charge_id;
}

/** The newest receipt in another update. */
function deliverAgain({ world }: Story, person: Person): void {
  const receipt = person.messages.findLast((it) => it.successful_payment);
  world.telegram.bot().queue.push({ type: 'message', senderId: person.id, payload: receipt as never });
}

async function paidUntil({ world }: Story, person: Person): Promise<string> {
  const [subscription] = await subscriptionsOf(world.app.rooms.database.db, person.id);
  assert.ok(subscription);
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    subscription.paidUntil,
  );
}
