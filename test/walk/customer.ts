import type { World } from '#sim';
import type { Tap } from '#telegram';
import { modelOf, pixel, walkForm } from './forms.ts';
import type { House } from './house.ts';
import { make, newestResult, order, ordered } from './results.ts';
import { waysFrom } from './screen.ts';
import {
  explore,
  follow,
  look,
  nextScreen,
  type Person,
  press,
  type Reach,
  say,
  tap,
  type Walk,
  wayTo,
} from './walker.ts';

/** Somebody new: the examples, another language and back, and to be forgotten. */
export async function walkNewcomer(_world: World, { begin, join }: House): Promise<void> {
  const walk = begin(join('Newcomer'));
  const home = await say(walk, '/start');
  for (const way of waysFrom(home).filter(({ to }) => to === 'example'))
    await follow(walk, await tap(walk, home, way), 'cancel-draft');
  for (const label of [/Русский/, /English/])
    await follow(walk, await say(walk, '/language'), 'language', label);
  const asked = await say(walk, '/forget');
  const forget = wayTo(walk, asked, 'forget');
  if (forget) await press(walk, asked, forget);
}

/** What asks for words gets some. */
const answer = (asked: Tap): string | undefined =>
  ({ 'model-search': 'flux', 'history-search': 'fox', 'save-preset': 'My fox' })[asked.to as string];

/** Menus and lists, as far as they neither spend nor open a form. */
const withinLists: Reach = {
  not: new Set<Tap['to']>(['model', 'pack', 'pack-for', 'subscribe', 'language', 'forget', 'again', 'hide']),
  answer,
};

/** Somebody who makes things, keeps them, pays for them and looks at them again. */
export async function walkCustomer(world: World, { begin, join }: House): Promise<void> {
  const person = join('Customer');
  const walk = begin(person);
  await say(walk, '/start');
  await presets(walk);
  await result(world, walk);
  await otherModel(walk);
  await files(world, walk);
  await waiting(world, walk);
  await lists(walk);
  await pay(walk, person);
  await soldForNothing(world, walk);
}

/** A form is kept as a preset and its model as a favourite; then both are found again. */
async function presets(walk: Walk): Promise<void> {
  const more = await follow(walk, await say(walk, 'A fox in the snow'), 'draft', /⋯|More|⚙/u);
  const marked = more && (await follow(walk, more, 'favourite'));
  if (!marked || !(await follow(walk, marked, 'save-preset'))) return;
  await say(walk, 'My fox');
  const kept = await follow(walk, await say(walk, '/presets'), 'preset');
  if (kept) await follow(walk, kept, 'cancel-draft');
}

/** Everything below a result of several files. */
async function result(world: World, walk: Walk): Promise<void> {
  await order(world, walk, await say(walk, 'A fox in the snow'));
  await make(world, walk.person.id, songModel(world));
  const found = newestResult(walk);
  if (!found) return void walk.faults.push('a result without buttons');
  for (const way of waysFrom(found).filter(({ to }) => to === 'pick')) await press(walk, found, way);
  for (const to of ['vary', 'original'] as const) {
    const way = wayTo(walk, found, to);
    if (way) await press(walk, found, way);
    await world.settle();
  }
  for (const to of ['again', 'new-prompt'] as const) {
    const form = await follow(walk, found, to);
    if (form) await follow(walk, form, 'cancel-draft');
  }
  await follow(walk, found, 'menu');
  const uses = await follow(walk, found, 'uses');
  const way = uses && wayTo(walk, uses, 'use-result');
  if (uses && way) await walkForm(world, walk, await tap(walk, uses, way));
}

/** A form goes on with another model. */
async function otherModel(walk: Walk): Promise<void> {
  const others = await follow(walk, await say(walk, 'A fox in the snow'), 'other-models');
  const form = others && (await follow(walk, others, 'change-model'));
  if (form) await follow(walk, form, 'cancel-draft');
}

/** Files that come without a form. */
async function files(world: World, walk: Walk): Promise<void> {
  for (const to of ['use-files', 'use-tool'] as const) {
    walk.breathe();
    walk.person.sendFiles([{ kind: 'photo', bytes: pixel }]);
    const asked = look(walk, await nextScreen(walk), 'a photo');
    const form = await follow(walk, asked, to);
    if (form) await walkForm(world, walk, form);
  }
}

/** What still waits in the line can be stopped. */
async function waiting(world: World, walk: Walk): Promise<void> {
  const full = { kind: 'refuse', code: 429, retryAfter: 3600 } as const;
  world.kie.scenario.next('createTask', full, { times: Number.POSITIVE_INFINITY });
  const form = await say(walk, 'A fox in the line');
  const buy = wayTo(walk, form, 'generate');
  if (buy) await press(walk, form, buy);
  await world.app.rooms.queue.drain();
  const status = await walk.person.waitFor((it) => waysFrom(it).some(({ to }) => to === 'stop'));
  await follow(walk, status, 'stop');
  world.kie.scenario.clear();
  await world.settle();
}

/** The account's lists: history with its pages, shelves, presets, help, balance. */
async function lists(walk: Walk): Promise<void> {
  for (const command of ['/start', '/history', '/history fox', '/presets', '/balance', '/help'])
    await explore(walk, await say(walk, command), withinLists);
  for (const command of ['/terms', '/privacy', '/paysupport', '/promo']) await say(walk, command);
  const opened = await follow(walk, await say(walk, '/history'), 'open', /fox in the line/);
  if (opened) await follow(walk, opened, 'hide');
}

/** Packs and the subscription, paid, ended and taken up again. */
async function pay(walk: Walk, person: Person): Promise<void> {
  const packs = await say(walk, '/buy');
  await follow(walk, packs, 'pack');
  const invoice = await person.waitFor((it) => it.invoice !== undefined);
  if (!(await person.pay(invoice.message_id)).paid) walk.faults.push('a pack could not be paid');
  await nextScreen(walk);
  const offer = await follow(walk, packs, 'subscribe');
  const link = offer?.reply_markup?.inline_keyboard.flat().flatMap((it) => ('url' in it ? it.url : []))[0];
  if (!link || !(await person.pay(link)).paid) walk.faults.push('the subscription could not be paid');
  await nextScreen(walk);
  let balance = await say(walk, '/balance');
  for (const to of ['subscription-stop', 'subscription-resume'] as const)
    balance = (await follow(walk, balance, to)) ?? balance;
}

/** What is free today is offered as such. */
async function soldForNothing(world: World, walk: Walk): Promise<void> {
  const { registry } = world.app.rooms;
  const free = registry.offered().find(({ delivers }) => delivers === 'audio');
  const found = await say(walk, `/models ${free?.title}`);
  const form = await follow(walk, found, 'model');
  if (form) await order(world, walk, form);
}

/** Somebody whose credits do not suffice: packs for this very form. */
export async function walkPoor(world: World, { begin, join }: House): Promise<void> {
  const person = join('Poor');
  const walk = begin(person);
  await say(walk, '/start');
  const { operator } = world.app.rooms;
  const { balance } = await operator.person(person.id);
  await operator.take({
    ...{ actor: { adminId: null, via: 'cli' }, personId: person.id },
    ...{ amount: balance.available, reason: 'the walk', key: 'walk:poor' },
  });
  look(walk, await nextScreen(walk), 'credits that were taken');
  const form = await say(walk, 'A fox nobody can pay');
  const model = await modelOf(world, form);
  const short = await follow(walk, form, 'generate');
  if (!short) return;
  await follow(walk, short, 'pack-for');
  const invoice = await person.waitFor((it) => it.invoice !== undefined);
  if (!(await person.pay(invoice.message_id)).paid) walk.faults.push('a pack for a form could not be paid');
  await ordered(world, person.id);
  await world.settle();
  if (!newestResult(walk)) walk.faults.push(`paid for, but not made: ${model}`);
}

/** A model that delivers several tracks, of which each can go on. */
function songModel(world: World): string {
  const { models } = world.app.rooms.registry;
  const song = models.find(
    ({ id, delivers, needs_earlier_task: needs }) =>
      delivers === 'audio' && !needs && models.some(({ follows }) => follows.includes(id)),
  );
  if (!song) throw new Error('no model makes songs');
  return song.id;
}
