import type { AppEvent, GenerationView } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { call, send } from './call.ts';
import { lineOrTime } from './keep-asking.ts';
import { balance } from './session.ts';

/** What is under way or has just ended, by id. */
export const work = createStore<ReadonlyMap<string, GenerationView>>(new Map());

export function isOver({ phase }: GenerationView): boolean {
  return phase === 'delivered' || phase === 'failed' || phase === 'cancelled';
}

export function remember(generation: GenerationView): void {
  work.set((now) => new Map(now).set(generation.id, generation));
}

/** The server says something every 20 seconds; a line that is silent for longer is dead, whoever cut it. */
const silenceMs = 45_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/** Follows the server's news for as long as the page lives; a cut line is taken up again, and what was missed is asked for. */
export async function followNews(onEnd: (generation: GenerationView) => void): Promise<void> {
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      const line = createLine();
      const response = await send('/events', { signal: line.signal });
      if (response.ok && response.body) {
        pause = firstPauseMs;
        await readEvents(response.body, line.heard, (event) => take(event, onEnd));
      }
    } catch {
      // Cut off: below is the way back.
    }
    await lineOrTime(pause);
  }
}

/** Gives a line up that has been silent for too long; a device that slept finds its line dead. */
function createLine(): { signal: AbortSignal; heard(): void } {
  const dead = new AbortController();
  let timer = 0;
  const heard = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => dead.abort(), silenceMs);
  };
  heard();
  return { signal: dead.signal, heard };
}

async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  heard: () => void,
  take: (event: AppEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (block.startsWith('data: ')) take(JSON.parse(block.slice(6)) as AppEvent);
  }
}

function take(event: AppEvent, onEnd: (generation: GenerationView) => void): void {
  balance.set(event.balance);
  if (event.type === 'snapshot') void askForMissed(event.generations, onEnd);
  const generations =
    event.type === 'generation' ? [event.generation] : event.type === 'snapshot' ? event.generations : [];
  for (const generation of generations) {
    const before = work.get().get(generation.id);
    remember(generation);
    if (before && !isOver(before) && isOver(generation)) onEnd(generation);
  }
}

/** What was under way when the line was cut and is not in the snapshot has ended long ago. */
async function askForMissed(
  known: GenerationView[],
  onEnd: (generation: GenerationView) => void,
): Promise<void> {
  const ids = new Set(known.map(({ id }) => id));
  const missed = [...work.get().values()].filter((it) => !isOver(it) && !ids.has(it.id));
  for (const { id } of missed) {
    const generation = await call<GenerationView>(`/generations/${id}`).catch(() => null);
    if (generation === null) continue; // The next snapshot asks again.
    remember(generation);
    if (isOver(generation)) onEnd(generation);
  }
}
