import type { Arena } from './arena.ts';
import { latePoints } from './points.ts';
import { newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import { arrived, endStatus, stories, type Visitor } from './stories.ts';
import { countOutside, type Told } from './verdict.ts';

const story = stories.picture;
const PATIENCE = { timeoutMs: RECOVERY_LIMIT_MS };
/** Longer than any order is waited for. */
const LONG_AGO_MS = 7 * 60 * 60_000;

/** Dies while a success is written that comes after its order was given up, and again when it is written. */
export async function runLate(arena: Arena): Promise<Told[]> {
  const { product, kie } = arena;
  const visitor = newVisitor(arena);
  kie.scenario.task({ runMs: 1e9 }, { prompt: visitor.ticket });
  await story.act(visitor);
  await visitor.person.until(() => taskOf(visitor) !== undefined, PATIENCE);
  await giveUp(arena, visitor);
  const [written, committed] = latePoints;
  await product.arm({ at: written, nth: 1 });
  kie.tasks.finishNow(taskOf(visitor)?.id ?? '');
  const first = await death(arena, written);
  product.launch(committed);
  const second = await death(arena, committed);
  await product.start();
  const { person } = visitor;
  await person.until(() => arrived(person, story).length > 0 && !saysFailed(person), PATIENCE);
  return [tell(arena, visitor, written, first), tell(arena, visitor, committed, second)];
}

/** The hours are not waited for: the row is moved to where they have passed. */
async function giveUp(arena: Arena, { person }: Visitor): Promise<void> {
  const longAgo = new Date(Date.now() - LONG_AGO_MS);
  const runs = () =>
    arena.look(({ db }) =>
      db
        .updateTable('generations')
        .set({ created_at: longAgo, started_at: longAgo, wake_at: new Date() })
        .where('person_id', '=', person.id)
        .where('state', '=', 'running')
        .executeTakeFirst(),
    );
  while ((await runs()).numUpdatedRows === 0n) await arena.product.start();
  await arena.product.start();
  await person.until(() => saysFailed(person), PATIENCE);
}

/** The word of the failure goes when the result has come after all. */
function saysFailed({ messages }: Visitor['person']): boolean {
  return messages.some(({ text }) => endStatus.test(text ?? ''));
}

async function death({ product }: Arena, point: string): Promise<number> {
  if (!(await product.death(RECOVERY_LIMIT_MS)))
    throw new Error(`${point} was never reached\n${product.log}`);
  return performance.now();
}

function taskOf({ kie, ticket }: Visitor) {
  return kie.tasks.list().find((task) => JSON.stringify(task.input).includes(ticket));
}

function tell({ engine }: Arena, visitor: Visitor, point: string, from: number): Told {
  const seconds = (performance.now() - from) / 1000;
  const line = { point, engine, story: 'late success', charged: 0, seconds, problems: [] };
  return { visitor, story, repeats: false, line: { ...line, ...countOutside(visitor, story) } };
}
