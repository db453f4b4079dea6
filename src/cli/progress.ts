import type { Task } from '#kie';

/** Where a running task is told about: a terminal that redraws its line, or a log that gets one per state. */
export interface Progress {
  /** Called with the task at every look. */
  show(task: Task): void;
  /** Leaves the line; nothing is drawn afterwards. */
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REDRAW_MS = 500;
const CLEAR_LINE = '\r\u001b[K';

/**
 * Tells state and elapsed time on stderr, so that stdout stays free for the result.
 * `usual`: seconds that runs of the model were seen to take.
 */
export function showProgress(
  usual?: readonly [number, number],
  screen: Screen = process.stderr,
  now: () => number = Date.now,
): Progress {
  const startedAt = now();
  const estimate = usual === undefined ? '' : ` of about ${span(usual)}`;
  let state = '';
  const line = () => `${state} · ${elapsed(now() - startedAt)}${estimate}`;
  const draw = () => screen.write(`${CLEAR_LINE}${line()}`);
  const timer = screen.isTTY ? setInterval(() => state !== '' && draw(), REDRAW_MS).unref() : undefined;
  return {
    show(task) {
      const changed = task.state !== state;
      state = task.state;
      if (screen.isTTY) draw();
      else if (changed) screen.write(`${line()}\n`);
    },
    end() {
      clearInterval(timer);
      if (screen.isTTY && state !== '') screen.write(CLEAR_LINE);
    },
  };
}

function span([shortest, longest]: readonly [number, number]): string {
  const most = elapsed(longest * 1000);
  return shortest === longest ? most : `${elapsed(shortest * 1000)} to ${most}`;
}

/** `8 s`, `2 min 05 s`. */
export function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
