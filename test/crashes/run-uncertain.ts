import type { Arena } from './arena.ts';
import { uncertainPoints } from './points.ts';
import { newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import { type Story, seesTheEnd, stories, type Visitor } from './stories.ts';
import { countOutside, type Told } from './verdict.ts';

/** Nothing was bought, and nobody could know: the person is told so and pays nothing. */
const story: Story = {
  act: stories.picture.act,
  ending: 'failed',
  arrives: { kind: 'photo', count: 0 },
};

/**
 * Dies before the paid POST is sent, again when the purchase is called uncertain, again when it is released.
 * Its limit of waiting is not waited for: the row is moved to where the limit has passed.
 */
export async function runUncertain(arena: Arena): Promise<Told[]> {
  const { product } = arena;
  const visitor = newVisitor(arena);
  const [submitting, uncertain, released] = uncertainPoints;
  await product.arm({ at: submitting, nth: 1 });
  await story.act(visitor);
  const first = await death(arena, submitting);
  product.launch(uncertain);
  const second = await death(arena, uncertain);
  await product.start();
  await seesUncertain(visitor);
  const told = [tell(arena, visitor, submitting, first), tell(arena, visitor, uncertain, second)];
  await product.stop();
  await letTheLimitPass(arena, visitor);
  product.launch(released);
  const third = await death(arena, released);
  await product.start();
  await seesTheEnd(visitor, story, RECOVERY_LIMIT_MS);
  return [...told, tell(arena, visitor, released, third)];
}

async function death({ product }: Arena, point: string): Promise<number> {
  if (!(await product.death(RECOVERY_LIMIT_MS)))
    throw new Error(`${point} was never reached\n${product.log}`);
  return performance.now();
}

async function seesUncertain({ person }: Visitor): Promise<void> {
  const says = () => person.messages.some(({ text }) => text?.startsWith('🔍'));
  await person.until(says, { timeoutMs: RECOVERY_LIMIT_MS });
}

async function letTheLimitPass(arena: Arena, { person }: Visitor): Promise<void> {
  const moved = await arena.look(({ db }) =>
    db
      .updateTable('generations')
      .set({ wake_at: new Date() })
      .where('person_id', '=', person.id)
      .where('state', '=', 'uncertain')
      .executeTakeFirst(),
  );
  if (moved.numUpdatedRows !== 1n) throw new Error('No uncertain purchase waits');
}

function tell({ engine }: Arena, visitor: Visitor, point: string, from: number): Told {
  const seconds = (performance.now() - from) / 1000;
  const line = { point, engine, story: 'nobody can know', charged: 0, seconds, problems: [] };
  return { visitor, story, repeats: false, line: { ...line, ...countOutside(visitor, story) } };
}
