import type { EngineName } from '../kit/index.ts';
import { type Arena, openArena } from './arena.ts';
import { broadcastPoints, paymentPoints, points, startPoints } from './points.ts';
import { runBroadcasts } from './run-broadcasts.ts';
import { runLate } from './run-late.ts';
import { runPayments } from './run-payments.ts';
import { RECOVERY_LIMIT_MS, runPoint } from './run-point.ts';
import { runUncertain } from './run-uncertain.ts';
import { judge, type Line, type Told } from './verdict.ts';

export interface Choice {
  short: boolean;
  /** Only points whose name holds this. */
  only?: string;
}

/** Every point of the choice on one engine, one death after the other in the same world. */
export async function runMatrix(
  engine: EngineName,
  choice: Choice,
  say: (line: Line) => void,
): Promise<{ lines: Line[]; problems: string[] }> {
  await using arena = await openArena(engine);
  await arena.product.start();
  const told: Told[] = [];
  for (const point of points.filter(chosenBy(choice))) {
    const one = await runPoint(arena, point);
    told.push(one);
    say(one.line);
  }
  for (const one of [...(await aroundUncertain(arena, choice)), ...(await aroundLate(arena, choice))]) {
    told.push(one);
    say(one.line);
  }
  const paid = await runPayments(arena, paymentPoints.filter(chosenBy(choice)), say);
  const broadcast = await runBroadcasts(
    arena,
    choice.short ? [] : broadcastPoints.filter(chosenBy(choice)),
    say,
  );
  const started = choice.short || choice.only ? [] : await dieStarting(arena);
  for (const line of started) say(line);
  const problems = await judge(arena, told);
  return { lines: [...told.map(({ line }) => line), ...paid, ...broadcast, ...started], problems };
}

/** The books are judged afterwards with everything else. */
async function dieStarting({ product, engine }: Arena): Promise<Line[]> {
  const lines: Line[] = [];
  for (const point of startPoints) {
    await product.stop();
    product.launch(point);
    const died = await product.death(RECOVERY_LIMIT_MS);
    const from = performance.now();
    await product.start();
    const seconds = (performance.now() - from) / 1000;
    const problems = died ? [] : ['the point was never reached'];
    lines.push({ point, engine, story: 'start', bought: 0, charged: 0, delivered: '–', seconds, problems });
  }
  return lines;
}

/** Takes a minute by its nature, so the short run leaves it out. */
async function aroundUncertain(arena: Arena, { short, only }: Choice): Promise<Told[]> {
  if (short || (only !== undefined && !'uncertain'.includes(only))) return [];
  return runUncertain(arena);
}

async function aroundLate(arena: Arena, { short, only }: Choice): Promise<Told[]> {
  if (short || (only !== undefined && !'late'.includes(only))) return [];
  return runLate(arena);
}

function chosenBy({ short, only }: Choice): (point: { at: string; short?: true }) => boolean {
  return (point) => (!short || point.short === true) && (only === undefined || point.at.includes(only));
}
