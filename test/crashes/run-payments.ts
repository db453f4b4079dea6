import type { Message } from 'grammy/types';
import { balance } from '#ledger';
import { createInvoice, type Invoice } from '#payments';
import { type Arena, BOT_TOKEN, START_CREDITS } from './arena.ts';
import { nameOf, type paymentPoints } from './points.ts';
import { dieAt, newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import type { Visitor } from './stories.ts';
import type { Line } from './verdict.ts';

const pack = { id: 'crash-pack', stars: 50, credits: 500 };

type PaymentPoint = (typeof paymentPoints)[number];

/** Lets a person pay at each point, kills the product there, and compares the credits with what was paid. */
export async function runPayments(arena: Arena, points: readonly PaymentPoint[]): Promise<Line[]> {
  if (points.length === 0) return [];
  const payers = points.map(() => newVisitor(arena));
  for (const payer of payers) await says(payer, '/start');
  await arena.product.stop();
  const invoices = await arena.look(({ db }) =>
    db.transaction().execute(async (trx) => {
      const made: Invoice[] = [];
      for (const { person } of payers)
        made.push(await createInvoice(trx, { personId: person.id, pack, at: new Date() }));
      return made;
    }),
  );
  await arena.product.start();
  const lines: Line[] = [];
  for (const [index, point] of points.entries()) {
    const [payer, invoice] = [payers[index], invoices[index]];
    if (payer && invoice) lines.push(await runPayment(arena, point, payer, invoice));
  }
  const amounts = await arena.look(async ({ db }) => {
    const all: number[] = [];
    for (const { person } of payers) all.push((await balance(db, person.id)).available);
    return all;
  });
  for (const [index, line] of lines.entries()) settle(line, (amounts[index] ?? 0) - START_CREDITS);
  await arena.product.start();
  return lines;
}

async function runPayment(
  arena: Arena,
  point: PaymentPoint,
  payer: Visitor,
  invoice: Invoice,
): Promise<Line> {
  const message = await sendInvoice(arena, payer, invoice);
  const problems: string[] = [];
  const disarm = await dieAt(arena, point);
  const paying = payer.person.pay(message.message_id);
  if (!(await arena.product.death(RECOVERY_LIMIT_MS))) problems.push('the point was never reached');
  disarm();
  const from = performance.now();
  if (!arena.product.running) await arena.product.start();
  const { paid } = await paying;
  // Updates of a chat are handled in order: the answer comes after the payment was taken.
  await says(payer, '/balance');
  return {
    point: nameOf(point),
    engine: arena.engine,
    story: paid ? 'payment' : 'payment refused',
    bought: 0,
    charged: 0,
    delivered: '–',
    seconds: (performance.now() - from) / 1000,
    problems,
  };
}

function settle(line: Line, credited: number): void {
  line.charged = credited;
  const expected = line.story === 'payment' ? pack.credits : 0;
  if (credited !== expected) line.problems.push(`${credited} credits came in instead of ${expected}`);
}

async function says({ person }: Visitor, text: string): Promise<void> {
  const before = person.messages.length;
  person.send(text);
  await person.until(() => person.messages.slice(before + 1).some(({ from }) => from?.is_bot), {
    timeoutMs: RECOVERY_LIMIT_MS,
  });
}

/** As the bot will do it: the payload only points to our row. */
async function sendInvoice({ telegram }: Arena, { person }: Visitor, invoice: Invoice): Promise<Message> {
  const answer = await fetch(`${telegram.url}/bot${BOT_TOKEN}/sendInvoice`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: person.id,
      title: 'Credits',
      description: 'A pack of credits',
      payload: invoice.id,
      currency: 'XTR',
      prices: [{ label: 'Pack', amount: invoice.stars }],
    }),
  });
  const { result } = (await answer.json()) as { result?: Message };
  if (!result) throw new Error('The invoice could not be sent');
  return result;
}
