import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from 'grammy/types';
import type { Arena } from './arena.ts';
import { type BroadcastPoint, nameOf } from './points.ts';
import { dieAt, newVisitor, RECOVERY_LIMIT_MS } from './run-point.ts';
import type { Visitor } from './stories.ts';
import type { Line } from './verdict.ts';

/** People who surely get each broadcast, beside everybody who has been here before. */
const READERS = 4;
const PATIENCE = { timeoutMs: RECOVERY_LIMIT_MS };
const LOOK_EVERY_MS = 1_000;

/**
 * Kills the product while a broadcast goes out, then reads what arrived: nobody has it twice, and who may or may not have
 * it is counted as unsure. A dead process keeps its place for half a minute, so the short run leaves this out.
 */
export async function runBroadcasts(
  arena: Arena,
  points: readonly BroadcastPoint[],
  say: (line: Line) => void,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const point of points) {
    const line = await runBroadcast(arena, point);
    lines.push(line);
    say(line);
  }
  return lines;
}

async function runBroadcast(arena: Arena, point: BroadcastPoint): Promise<Line> {
  const readers = Array.from({ length: READERS }, () => newVisitor(arena));
  for (const { person } of readers) person.send('/start');
  for (const { person } of readers)
    await person.until(() => person.messages.some(({ from }) => from?.is_bot), PATIENCE);
  const text = `News ${readers[0]?.ticket}`;
  await write(arena, text);
  const problems: string[] = [];
  const disarm = await dieAt(arena, point);
  await tap(arena, /^News$/);
  if (!(await arena.product.death(RECOVERY_LIMIT_MS))) problems.push('the point was never reached');
  disarm();
  const from = performance.now();
  await arena.product.start();
  const { sent, total, unsure } = await ended(arena, text);
  const seconds = (performance.now() - from) / 1000;
  problems.push(...strange(readers, text, point));
  if (unsure !== point.unsure) problems.push(`${unsure} are unsure, not ${point.unsure}`);
  if (sent + unsure !== total) problems.push(`${total - sent - unsure} of ${total} were left out`);
  const what = { point: nameOf(point), engine: arena.engine, story: 'broadcast', bought: 0, charged: 0 };
  return { ...what, delivered: `${sent}/${total}`, seconds, problems };
}

/** A draft of the operator, up to the question why it is sent. */
async function write(arena: Arena, text: string): Promise<void> {
  const { operator } = arena;
  operator.send('/admin');
  await tap(arena, /^📣 Broadcasts$/);
  await tap(arena, /^✏️ New broadcast$/);
  await operator.until(
    () => operator.messages.some((it) => /^📣 Send the message/.test(it.text ?? '')),
    PATIENCE,
  );
  operator.send(text);
  await tap(arena, /^📣 Send to \d+$/);
  await operator.until(() => operator.findButton(/^News$/), PATIENCE);
}

async function tap({ operator }: Arena, label: RegExp): Promise<void> {
  const button = await operator.until(() => operator.findButton(label), PATIENCE);
  void operator.tapAt(button.message_id, button.row, button.column);
}

/** What the operator's screen counts once the broadcast has ended; looked at again and again. */
async function ended(arena: Arena, text: string): Promise<{ sent: number; total: number; unsure: number }> {
  const { operator } = arena;
  const until = performance.now() + RECOVERY_LIMIT_MS;
  while (performance.now() < until) {
    const done = operator.messages.findLast((it) => it.text?.includes(text) && it.text.includes('✅ done'));
    const [, sent, total] = /(\d+) of (\d+) sent/.exec(done?.text ?? '') ?? [];
    const [, unsure] = /(\d+) unsure/.exec(done?.text ?? '') ?? [];
    if (sent && total && unsure) return { sent: Number(sent), total: Number(total), unsure: Number(unsure) };
    const refresh = operator.findButton(/Refresh/);
    if (refresh) void operator.tapAt(refresh.message_id, refresh.row, refresh.column);
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`the broadcast did not end:\n${arena.product.log}`);
}

function strange(readers: readonly Visitor[], text: string, { unsure }: BroadcastPoint): string[] {
  const copies = readers.map(
    ({ person }) => person.messages.filter((it: Message) => it.text === text).length,
  );
  const missing = copies.filter((count) => count === 0).length;
  return [
    ...(copies.some((count) => count > 1) ? ['somebody has it twice'] : []),
    ...(missing > unsure ? [`${missing} people do not have it`] : []),
  ];
}
