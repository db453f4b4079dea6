import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from './arena.ts';
import { nameOf, type Point } from './points.ts';
import { type Story, showsTheEnd, storyOf, ticketOf, type Visitor } from './stories.ts';
import { comesHome, letTheLimitPass, releasedStory, saysUncertain, seesRelease } from './uncertain.ts';
import { countOutside, type Told } from './verdict.ts';

/** A point that is not reached within this is a mistake of the table. */
const REACH_LIMIT_MS = 90_000;
/** Nothing may hang longer than this after a death. */
export const RECOVERY_LIMIT_MS = 150_000;
const LOOK_EVERY_MS = 2_000;

let visitors = 0;

/** Somebody new with a wish of their own. */
export function newVisitor({ engine, telegram, kie }: Arena): Visitor {
  visitors += 1;
  const person = telegram.people.join({ first_name: `Visitor ${visitors}` });
  return { person, telegram, kie, ticket: ticketOf(engine, visitors) };
}

/** Kills the product at a point of a story, starts it again, and waits for the story's end. */
export async function runPoint(arena: Arena, point: Point): Promise<Told> {
  const visitor = newVisitor(arena);
  const planned = storyOf(point.story);
  const problems: string[] = [];
  const toldBefore = arena.operator.messages.length;
  const disarm = await dieAt(arena, point);
  const acting = planned.act(visitor).catch((error: Error) => void problems.push(error.message));
  if (!(await arena.product.death(REACH_LIMIT_MS))) problems.push('the point was never reached');
  disarm();
  const from = performance.now();
  await arena.product.start();
  await acting;
  const end = await theEnd(arena, visitor, planned).catch((error: Error) => {
    problems.push(`stuck: ${error.message}\n${arena.product.log}`);
  });
  arena.telegram.clearFaults();
  if (point.tells && !(await operatorHears(arena, point.tells, toldBefore)))
    problems.push('the operators were not told');
  const seconds = (performance.now() - from) / 1000;
  const story = end === 'released' ? releasedStory(planned) : planned;
  const title = end === 'released' ? `${point.story}, released` : point.story;
  const line = { point: nameOf(point), engine: arena.engine, story: title, charged: 0, seconds, problems };
  const repeats = point.repeats === true;
  return { visitor, story, repeats, line: { ...line, ...countOutside(visitor, story) } };
}

/** Whether an alert reaches the operators; `before`: how many messages they had when it began. */
async function operatorHears({ operator }: Arena, alert: RegExp, before: number): Promise<boolean> {
  const heard = () => operator.messages.slice(before).some(({ text }) => alert.test(text ?? ''));
  return operator.until(heard, { timeoutMs: RECOVERY_LIMIT_MS }).catch(() => false);
}

/** Orders the death: from inside at a checkpoint, from outside when a simulator has carried out a call. */
export async function dieAt(
  { product, onCall }: Arena,
  { at, by, nth = 1 }: Pick<Point, 'at' | 'by' | 'nth'>,
): Promise<() => void> {
  if (by === undefined) {
    await product.arm({ at, nth });
    return () => undefined;
  }
  let left = nth;
  const disarm = onCall((line) => {
    if (!line.startsWith(`${by} ${at}`)) return;
    left -= 1;
    if (left === 0) product.kill();
  });
  return disarm;
}

/** A death beside a purchase on its way leaves one that nobody can confirm: it is released, as it should be. */
export async function theEnd(arena: Arena, visitor: Visitor, story: Story): Promise<'ended' | 'released'> {
  if (story.unseen) return unseenEnd(arena, visitor, story);
  const patience = { timeoutMs: RECOVERY_LIMIT_MS };
  const ended = () => showsTheEnd(visitor, story);
  await visitor.person.until(() => ended() || saysUncertain(visitor), patience);
  if (!ended() && !(await comesHome(visitor))) {
    await letTheLimitPass(arena, visitor);
    await arena.product.start();
    await seesRelease(visitor, RECOVERY_LIMIT_MS);
    return 'released';
  }
  await visitor.person.until(ended, patience);
  return 'ended';
}

async function unseenEnd(arena: Arena, visitor: Visitor, story: Story): Promise<'ended'> {
  const until = performance.now() + RECOVERY_LIMIT_MS;
  while (performance.now() < until) {
    await delay(LOOK_EVERY_MS);
    const ended = await arena.look(({ db }) =>
      db
        .selectFrom('generations')
        .select('id')
        .where('person_id', '=', visitor.person.id)
        .where('state', '=', story.ending)
        .executeTakeFirst(),
    );
    await arena.product.start();
    if (ended) return 'ended';
  }
  throw new Error('the generation did not end');
}
