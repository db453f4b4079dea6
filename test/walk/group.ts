import type { World } from '#sim';
import type { House } from './house.ts';
import { waysFrom } from './screen.ts';
import { look, type Message, press, say, type Walk, wayTo } from './walker.ts';

/** What friends do in a group: ask, leave it, buy, vary, and tap on what is not theirs. */
export async function walkGroup(world: World, { begin, join }: House): Promise<void> {
  const [host, guest] = [join('Host'), join('Guest')];
  const group = world.telegram.people.group({ title: 'Walkers', topics: ['A', 'B'] });
  const [walk, other] = [begin(group.join(host)), begin(group.join(guest))];
  await say(begin(host), '/start');
  group.admitBot(group.join(host));
  for (const words of ['/imagine', '/help', '@kiegram_sandbox_bot']) await hint(walk, words);
  const left = await ask(walk, '/imagine a fox');
  for (const way of waysFrom(left)) await press(other, left, way);
  await pressOne(walk, left, 'cancel-draft');
  await pressOne(walk, await ask(walk, '@kiegram_sandbox_bot a fox'), 'generate');
  await world.settle();
  const picture = look(
    walk,
    await walk.person.waitFor((it) => it.photo !== undefined),
    'the order in the group',
  );
  for (const way of waysFrom(picture)) await press(other, picture, way);
  for (const to of ['vary', 'again'] as const) {
    await pressOne(walk, picture, to);
    await world.settle();
  }
  const again = await walk.person.waitFor((it) => waysFrom(it).some(({ to }) => to === 'cancel-draft'));
  await pressOne(walk, look(walk, again, 'again in the group'), 'cancel-draft');
}

/** Where words are missing the bot says how it is used. */
async function hint(walk: Walk, words: string): Promise<void> {
  walk.breathe();
  walk.person.send(words);
  await walk.person.nextMessage((it) => /imagine/.test(it.text ?? ''), { timeoutMs: 30_000 });
}

async function ask(walk: Walk, words: string): Promise<Message> {
  walk.breathe();
  walk.person.send(words);
  const isOffer = (it: Message) => waysFrom(it).some(({ to }) => to === 'cancel-draft');
  return look(walk, await walk.person.nextMessage(isOffer, { timeoutMs: 30_000 }), words);
}

async function pressOne(walk: Walk, message: Message, to: Parameters<typeof wayTo>[2]): Promise<void> {
  const way = wayTo(walk, message, to);
  if (way) await press(walk, message, way);
}
