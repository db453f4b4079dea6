import type { World } from '#sim';
import type { Tap } from '#telegram';
import type { House } from './house.ts';
import { ordered } from './results.ts';
import { explore, follow, look, type Person, press, type Reach, say, type Walk, wayTo } from './walker.ts';

/** What an operator writes when a screen asks for it. */
const ANSWERS: Record<string, string> = {
  person: 'Client',
  model: 'flux',
  markup: '3',
  promo: 'WALK 10 5',
  broadcast: 'Hello to everybody who walks',
};

const everything: Reach = {
  not: new Set<Tap['to']>(['home', 'admin-desk', 'uncertain-attach', 'uncertain-retry', 'uncertain-release']),
  first: 'admin-act-told',
  answer(asked) {
    if (asked.to === 'admin-ask') return ANSWERS[asked.about];
    if (asked.to === 'admin-credits') return asked.how === 'take' ? '5' : '5 for the walk';
    if (asked.to === 'admin-credit' && asked.credits === 0) return '7';
    return undefined;
  },
};

/** Every button behind /admin, confirmed with a reason: people, credits, payments, models, markup, codes, broadcasts. */
export async function walkOperator(world: World, { begin, join, operator }: House): Promise<void> {
  const client = join('Client');
  await buys(begin(client), client);
  const person = world.telegram.people.join({
    id: operator,
    first_name: 'Olga',
    language_code: client.languageCode,
  });
  const walk = begin(person);
  await say(walk, '/start');
  world.telegram.bot().stars.pay(client.user, 7, 'from another program');
  await world.app.rooms.telegram.reconcilePayments();
  for (const prompt of ['A lamp', 'A lantern', 'A candle']) await lose(world, begin(client), client, prompt);
  // The alerts come before the screens, or they would be taken for them.
  await world.app.rooms.queue.drain();
  // From the payments that fit no offer, which a person's card would settle as well.
  const payments = await follow(walk, await say(walk, '/admin', 'admin-markup'), 'admin-unmatched');
  if (payments) await explore(walk, payments, everything);
  const home = await say(walk, '/admin', 'admin-markup');
  const desk = wayTo(walk, home, 'admin-desk');
  if (desk) await press(walk, home, desk);
  for (const to of ['uncertain-attach', 'uncertain-retry', 'uncertain-release'] as const) {
    const list = await follow(walk, await say(walk, '/admin', 'admin-markup'), 'admin-uncertain');
    const purchase = list && (await follow(walk, list, 'admin-purchase'));
    const question = purchase && (await follow(walk, purchase, to));
    if (question && to !== 'uncertain-attach') await follow(walk, question, 'admin-act');
  }
  world.kie.scenario.clear();
}

/** A payment that can be given back. */
async function buys(walk: Walk, person: Person): Promise<void> {
  await say(walk, '/start');
  await follow(walk, await say(walk, '/buy'), 'pack');
  const invoice = await person.waitFor((it) => it.invoice !== undefined);
  await person.pay(invoice.message_id);
}

/** A paid request whose answer never comes: an operator has to decide. */
async function lose(world: World, walk: Walk, person: Person, prompt: string): Promise<void> {
  world.kie.scenario.next('createTask', { kind: 'drop', after: false });
  const form = look(walk, await say(walk, prompt), prompt);
  const buy = wayTo(walk, form, 'generate');
  if (!buy) return;
  await press(walk, form, buy);
  await ordered(world, person.id, 'uncertain');
}
