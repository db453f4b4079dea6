import { type Model, sample } from '#registry';
import type { World } from '#sim';
import { fill, modelOf, walkForm } from './forms.ts';
import { type Way, waysFrom } from './screen.ts';
import { type Message, press, say, tap, type Walk } from './walker.ts';

/** Models that go on from a result: each is reached from a result of a model that it follows. */
export async function walkResults(
  world: World,
  walk: Walk,
  { every }: { every: number },
  walked: Set<string>,
): Promise<void> {
  const { registry } = world.app.rooms;
  const following = registry.models.filter(({ needs_earlier_task: needs }) => needs);
  const bases = new Set(
    following.flatMap(({ follows }) =>
      follows.filter((id) => !registry.find(id).needs_earlier_task).slice(0, 1),
    ),
  );
  const chosen = [...bases].filter((_id, index) => index % every === 0);
  if (chosen.length > 0) await say(walk, '/start');
  for (const modelId of chosen) {
    await make(world, walk.person.id, modelId);
    await goOn(world, walk, walked);
  }
}

/** Makes something of a model's smallest input, by the bot's own functions; once for each person. */
export async function make(world: World, personId: number, modelId: string): Promise<string> {
  const { registry, generations } = world.app.rooms;
  const input = sample(registry.find(modelId));
  const { credits: quotedCredits } = await generations.quote(modelId, input);
  const key = `walk:${personId}:${modelId}`;
  const intent = { key, personId, chatId: personId, modelId, input, quotedCredits };
  const { id } = await generations.submit(intent);
  await world.settle();
  return id;
}

/** From the newest result into all its follow-ups; those that others go on from are made as well. */
async function goOn(world: World, walk: Walk, walked: Set<string>): Promise<void> {
  const result = newestResult(walk);
  if (!result) return void walk.faults.push('a result without buttons');
  const uses = waysFrom(result).find(({ to }) => to === 'uses');
  const screen = uses ? await tap(walk, result, uses) : result;
  const ways = new Map<string, Way>();
  for (const way of waysFrom(screen).filter(({ to }) => to === 'go-on')) {
    const id = await walkForm(world, walk, await tap(walk, result, way));
    if (id !== undefined) ways.set(id, way);
    if (id !== undefined) walked.add(id);
  }
  for (const [id, way] of ways) {
    if (!world.app.rooms.registry.models.some((model) => isNextOf(model, id, walked))) continue;
    if (await order(world, walk, await tap(walk, result, way))) await goOn(world, walk, walked);
  }
}

function isNextOf({ id, follows, status }: Model, earlier: string, walked: ReadonlySet<string>): boolean {
  return status === 'active' && follows.includes(earlier) && !walked.has(id);
}

export function newestResult({ person }: Walk): Message | undefined {
  return person.messages.findLast((it) => waysFrom(it).some(({ to }) => to === 'menu'));
}

/** Buys what a form offers, and waits for what comes of it; false where no result came, which is a fault. */
export async function order(world: World, walk: Walk, form: Message): Promise<boolean> {
  const before = newestResult(walk);
  const model = await modelOf(world, form);
  const filled = await fill(world, walk, form);
  const buy = waysFrom(filled).find(({ to }) => to === 'generate' || to === 'generate-free');
  if (buy) await press(walk, filled, buy);
  else walk.faults.push(`${model} cannot be bought: ${filled.text?.slice(0, 400)}`);
  await world.settle();
  const isMade = newestResult(walk)?.message_id !== before?.message_id;
  if (buy && !isMade) walk.faults.push(`${model} was bought, but nothing came`);
  return isMade;
}

/** Resolves when the person's newest generation is there, in this state where one is named. @throws Error after 20 s */
export async function ordered(world: World, personId: number, state?: string): Promise<void> {
  const { generations } = world.app.rooms;
  for (let looks = 0; looks < 1000; looks++) {
    const [newest] = await generations.history(personId, { limit: 1 });
    if (newest && (state === undefined || newest.state === state)) return;
    await world.clock.sleep(20);
  }
  throw new Error(`nothing was ordered by ${personId}${state ? ` that is ${state}` : ''}`);
}
