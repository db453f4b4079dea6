import { setTimeout as delay } from 'node:timers/promises';
import type { EngineName } from '../kit/index.ts';
import { seeded } from '../kit/seeded.ts';
import { type Arena, openArena } from './arena.ts';
import { judgeLoad } from './judge-load.ts';
import { newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import { type Story, type StoryName, storyOf, type Visitor } from './stories.ts';

export interface Load {
  deaths: number;
  seed: number;
}

/** One person's wish under load, and what went wrong while wishing. */
export interface Wish {
  visitor: Visitor;
  story: Story;
  name: StoryName;
  acting: Promise<string | null>;
}

const WISHES: readonly StoryName[] = [
  'picture',
  'picture',
  'album',
  'songs',
  'lyrics',
  'edit',
  'kie.ai is busy',
  'answer is lost',
  'callback is lost',
  'task fails',
];
const MOST_AT_ONCE = 3;
/** On a busy machine one death may follow the other for minutes before anybody is answered. */
const PATIENCE = { timeoutMs: 15 * 60_000 };
/** The next death comes within this after the last one's successor serves (or, now and then, while it starts). */
const LIVES_MS = 5_000;
const STARTS_MS = 2_500;
const DIES_STARTING = 0.2;
const OPEN_STATES = ['queued', 'submitting', 'uncertain', 'running', 'succeeded'] as const;

/** Kills the product at random times while several people want several things; answers what must not be. */
export async function runRandom(
  engine: EngineName,
  { deaths, seed }: Load,
  say: (line: string) => void,
): Promise<string[]> {
  const random = seeded(seed);
  await using arena = await openArena(engine);
  const wishes: Wish[] = [];
  for (let death = 1; death <= deaths; death++) {
    const before = wishes.length;
    for (let more = Math.ceil(random() * MOST_AT_ONCE); more > 0; more--)
      wishes.push(makeWish(arena, random));
    const life = await liveAndDie(arena, random);
    say(`${engine} death ${death} of ${deaths}: ${wishes.length - before} new wishes, ${life}`);
  }
  await arena.product.start();
  const unable = await Promise.all(wishes.map(({ acting }) => acting));
  const from = performance.now();
  const stuck = await settle(arena);
  say(`${engine}: ${wishes.length} wishes, settled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return [
    ...unable.filter((problem) => problem !== null),
    ...stuck,
    ...(await judgeLoad(arena, wishes, say)),
  ];
}

function makeWish(arena: Arena, random: () => number): Wish {
  const name = WISHES[Math.floor(random() * WISHES.length)] ?? 'picture';
  const visitor = { ...newVisitor(arena), patience: PATIENCE };
  const story = storyOf(name);
  const acting = story.act(visitor).then(
    () => null,
    (error: Error) => `${visitor.ticket} (${name}): ${error.message}`,
  );
  return { visitor, story, name, acting };
}

async function liveAndDie({ product }: Arena, random: () => number): Promise<string> {
  const [starting, part] = [random() < DIES_STARTING, random()];
  const ms = Math.round(part * (starting ? STARTS_MS : LIVES_MS));
  if (starting) product.launch();
  else await product.start();
  await delay(ms);
  product.kill();
  await product.death(RECOVERY_LIMIT_MS);
  return `killed ${ms} ms after its start${starting ? ' began' : ''}`;
}

/** Waits until no generation is open; a purchase that nobody can confirm is moved to where its limit has passed. */
async function settle(arena: Arena): Promise<string[]> {
  const until = performance.now() + RECOVERY_LIMIT_MS;
  for (;;) {
    await delay(5_000);
    const open = await arena.look(async ({ db }) => {
      const rows = await db
        .selectFrom('generations')
        .select(['id', 'state'])
        .where('state', 'in', OPEN_STATES)
        .execute();
      const limit = { wake_at: new Date() };
      await db.updateTable('generations').set(limit).where('state', '=', 'uncertain').execute();
      return rows;
    });
    if (!arena.product.running) await arena.product.start();
    if (open.length === 0) return [];
    if (performance.now() > until)
      return open.map(({ id, state }) => `generation ${id} is stuck in ${state}`);
  }
}
