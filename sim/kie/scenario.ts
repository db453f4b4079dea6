import type { Input } from './models.ts';

/** What can be made to misbehave. `task` is not a request: its effect is a twist of the task's life. */
export const OPERATIONS = [
  'createTask',
  'recordInfo',
  'credit',
  'downloadUrl',
  'upload',
  'catalogue',
  'result',
  'file',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * How an answer goes wrong. `after: true` does the work first, so that a task may exist (and be paid)
 * although nobody heard of it; `half` always does the work.
 */
export type Fault =
  | {
      readonly kind: 'refuse';
      readonly code: number;
      readonly msg?: string;
      readonly http?: number;
      readonly retryAfter?: number;
    }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string; readonly after?: boolean }
  | { readonly kind: 'html'; readonly status?: number; readonly after?: boolean }
  | { readonly kind: 'garbage'; readonly after?: boolean }
  | { readonly kind: 'half' }
  | { readonly kind: 'hang'; readonly after?: boolean }
  | { readonly kind: 'drop'; readonly after?: boolean }
  | { readonly kind: 'delay'; readonly ms: number };

/** How one task's life differs from the usual. */
export interface TaskTwist {
  /** Total run time in ms. */
  readonly runMs?: number;
  readonly fail?: { readonly failCode: string | number; readonly failMsg: string };
  readonly callback?: 'lost' | 'double';
  /** The result URLs answer this from the start. */
  readonly expired?: 403 | 404;
  /** recordInfo answers "recordInfo is null" for so many ms after creation. */
  readonly unseenMs?: number;
  /** recordInfo shows this state while the task runs. */
  readonly oddState?: string;
  /** Replaces the result text, also by null or broken JSON. */
  readonly resultJson?: string | null;
}

/** Which requests or tasks a scenario is for; all given parts must hold. */
export interface Match {
  readonly model?: string;
  /** A piece of any text of the input. */
  readonly prompt?: string;
  readonly taskId?: string;
}

export interface Subject {
  readonly model?: string | undefined;
  readonly input?: Input | undefined;
  readonly taskId?: string | undefined;
}

interface Planned<Effect> {
  readonly effect: Effect;
  readonly match: Match;
  left: number;
}

/** The planned misbehaviour of one simulator. */
export class Scenarios {
  readonly #faults = new Map<Operation, Planned<Fault>[]>();
  #twists: Planned<TaskTwist>[] = [];

  /** The next `times` fitting requests of an operation go wrong (default once, Infinity = always). */
  next(operation: Operation, fault: Fault, match: Match & { times?: number } = {}): void {
    const { times = 1, ...rest } = match;
    this.#faults.set(operation, [
      ...(this.#faults.get(operation) ?? []),
      { effect: fault, match: rest, left: times },
    ]);
  }

  /** The next `times` fitting tasks live differently (default once, Infinity = always). */
  task(twist: TaskTwist, match: Match & { times?: number } = {}): void {
    const { times = 1, ...rest } = match;
    this.#twists.push({ effect: twist, match: rest, left: times });
  }

  clear(): void {
    this.#faults.clear();
    this.#twists = [];
  }

  takeFault(operation: Operation, subject: Subject): Fault | undefined {
    return take(this.#faults.get(operation) ?? [], subject);
  }

  takeTwist(subject: Subject): TaskTwist | undefined {
    return take(this.#twists, subject);
  }
}

function take<Effect>(planned: readonly Planned<Effect>[], subject: Subject): Effect | undefined {
  const found = planned.find((each) => each.left > 0 && fits(each.match, subject));
  if (found) found.left -= 1;
  return found?.effect;
}

function fits(match: Match, subject: Subject): boolean {
  if (match.model && match.model !== subject.model) return false;
  if (match.taskId && match.taskId !== subject.taskId) return false;
  return (
    !match.prompt || JSON.stringify(subject.input ?? {}).includes(JSON.stringify(match.prompt).slice(1, -1))
  );
}
