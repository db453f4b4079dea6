import { balance } from '#ledger';
import { createPromoCode } from '#payments';
import { type Arena, PACK, START_CREDITS } from './arena.ts';
import { asksForBalance, PROMO, payments, refunds, scenes } from './payment-scenes.ts';
import { nameOf, type PaymentPoint } from './points.ts';
import { dieAt, newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import type { Visitor } from './stories.ts';
import type { Line } from './verdict.ts';

interface Paid {
  visitor: Visitor;
  point: PaymentPoint;
  line: Line;
}

/** Kills the product at each point of a payment, then compares credits with the Stars that changed hands. */
export async function runPayments(
  arena: Arena,
  points: readonly PaymentPoint[],
  say: (line: Line) => void,
): Promise<Line[]> {
  if (points.length === 0) return [];
  if (points.some(({ scene }) => scene === 'promo')) await makePromoCode(arena);
  const all: Paid[] = [];
  for (const point of points) {
    const paid = await runPayment(arena, point);
    all.push(paid);
    say(paid.line);
  }
  await settle(arena, all);
  await arena.product.start();
  return all.map(({ line }) => line);
}

async function runPayment(arena: Arena, point: PaymentPoint): Promise<Paid> {
  const visitor = newVisitor(arena);
  const problems: string[] = [];
  const scene = scenes[point.scene];
  await scene.prepare?.(visitor, arena);
  const disarm = await dieAt(arena, point);
  const acting = scene.act(visitor, arena).catch((error: Error) => void problems.push(error.message));
  if (!(await arena.product.death(RECOVERY_LIMIT_MS))) problems.push('the point was never reached');
  disarm();
  const from = performance.now();
  await arena.product.start();
  await acting;
  await asksForBalance(visitor);
  const seconds = (performance.now() - from) / 1000;
  const { kie, ticket, person } = visitor;
  const bought = kie.tasks.list().filter((task) => JSON.stringify(task.input).includes(ticket)).length;
  const delivered = point.scene === 'waiting' ? `${videosOf(person)}/1` : '–';
  const what = { point: nameOf(point), engine: arena.engine, story: point.scene, charged: 0 };
  return { visitor, point, line: { ...what, bought, delivered, seconds, problems } };
}

async function makePromoCode(arena: Arena): Promise<void> {
  await arena.look((database) =>
    database.transaction((trx) => createPromoCode(trx, { ...PROMO, maxUses: 10, at: new Date() })),
  );
  await arena.product.start();
}

/** The balance is what the Stars, the code and the result account for, and nothing is held. */
async function settle(arena: Arena, all: readonly Paid[]): Promise<void> {
  await arena.look(async ({ db }) => {
    for (const { visitor, point, line } of all) {
      const { available, held } = await balance(db, visitor.person.id);
      const spent = await db
        .selectFrom('generations')
        .select((of) => of.fn.sum<string | null>('credits').as('credits'))
        .where('person_id', '=', visitor.person.id)
        .where('state', '=', 'delivered')
        .executeTakeFirstOrThrow();
      line.charged = available - START_CREDITS;
      const expected = expectedGain(visitor, point) - Number(spent.credits ?? 0);
      if (line.charged !== expected) line.problems.push(`${line.charged} credits came in, not ${expected}`);
      if (held !== 0) line.problems.push(`${held} credits are still held`);
      line.problems.push(...strange(visitor, point, line));
    }
  });
}

function expectedGain({ person }: Visitor, { scene }: PaymentPoint): number {
  if (scene === 'promo') return PROMO.credits;
  return (payments(person.messages).length - refunds(person.messages).length) * PACK.credits;
}

function strange({ person }: Visitor, { scene }: PaymentPoint, line: Line): string[] {
  const paid = payments(person.messages).length;
  const problems: string[] = [];
  if (scene !== 'promo' && paid !== (scene === 'twice' ? 2 : 1)) problems.push(`paid ${paid} times`);
  if ((scene === 'refund' || scene === 'twice') && refunds(person.messages).length !== 1)
    problems.push('not refunded exactly once');
  const clips = videosOf(person);
  if (scene === 'waiting' && (line.bought > 1 || clips > 1 || clips > line.bought)) {
    problems.push(`the waiting order bought ${line.bought} tasks and brought ${clips} clips`);
  }
  return problems;
}

function videosOf(person: Visitor['person']): number {
  return person.messages.filter(({ video }) => video !== undefined).length;
}
