import type { Arena } from './arena.ts';
import { uncertainPoints } from './points.ts';
import { newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import { stories, type Visitor } from './stories.ts';
import { letTheLimitPass, releasedStory, saysUncertain, seesRelease } from './uncertain.ts';
import { countOutside, type Told } from './verdict.ts';

const story = releasedStory(stories.picture);

/**
 * Dies before the paid POST is sent, again when the purchase is called uncertain, again when it is released.
 */
export async function runUncertain(arena: Arena): Promise<Told[]> {
  const { product } = arena;
  const visitor = newVisitor(arena);
  const [submitting, uncertain, released] = uncertainPoints;
  await product.arm({ at: submitting, nth: 1 });
  const acting = stories.picture.act(visitor);
  const first = await death(arena, submitting);
  product.launch(uncertain);
  const second = await death(arena, uncertain);
  await product.start();
  await Promise.all([acting, seesUncertain(visitor)]);
  const told = [tell(arena, visitor, submitting, first), tell(arena, visitor, uncertain, second)];
  await product.stop();
  await letTheLimitPass(arena, visitor);
  product.launch(released);
  const third = await death(arena, released);
  await product.start();
  await seesRelease(visitor, RECOVERY_LIMIT_MS);
  return [...told, tell(arena, visitor, released, third)];
}

async function death({ product }: Arena, point: string): Promise<number> {
  if (!(await product.death(RECOVERY_LIMIT_MS)))
    throw new Error(`${point} was never reached\n${product.log}`);
  return performance.now();
}

async function seesUncertain(visitor: Visitor): Promise<void> {
  await visitor.person.until(() => saysUncertain(visitor), { timeoutMs: RECOVERY_LIMIT_MS });
}

function tell({ engine }: Arena, visitor: Visitor, point: string, from: number): Told {
  const seconds = (performance.now() - from) / 1000;
  const line = { point, engine, story: 'nobody can know', charged: 0, seconds, problems: [] };
  return { visitor, story, repeats: false, line: { ...line, ...countOutside(visitor, story) } };
}
