import { randomBytes } from 'node:crypto';
import type { SimClock } from './clock.ts';
import type { Input, SimModel } from './models.ts';
import type { TaskTwist } from './scenario.ts';

/** kie.ai's side of one paid run. Times are ms epochs, credits are kie credits. */
export interface Task {
  readonly id: string;
  readonly model: SimModel;
  readonly input: Input;
  readonly callBackUrl?: string;
  readonly createTime: number;
  readonly runMs: number;
  readonly price: number;
  readonly twist: TaskTwist;
  end?: TaskEnd;
}

export interface TaskEnd {
  readonly state: 'success' | 'fail';
  readonly completeTime: number;
  readonly resultJson: string | null;
  readonly failCode: string | number | null;
  readonly failMsg: string | null;
  readonly creditsConsumed: number;
}

/** What a running or ended task shows as its state. */
export function stateOf(task: Task, now: number): string {
  if (task.end) return task.end.state;
  if (task.twist.oddState) return task.twist.oddState;
  return now - task.createTime < task.runMs * 0.4 ? 'waiting' : 'generating';
}

/** All tasks of a simulator and the timers that end them. */
export class Tasks {
  readonly #clock: SimClock;
  readonly #tasks = new Map<string, Task>();
  readonly #timers = new Map<string, () => void>();
  readonly #end: (task: Task) => TaskEnd;
  readonly #ended: (task: Task) => void;

  /** `end` decides how a task ends when its time is over, `ended` hears of it. */
  constructor(clock: SimClock, end: (task: Task) => TaskEnd, ended: (task: Task) => void) {
    this.#clock = clock;
    this.#end = end;
    this.#ended = ended;
  }

  create(order: Omit<Task, 'id' | 'createTime' | 'end'>): Task {
    const task: Task = { ...order, id: randomBytes(16).toString('hex'), createTime: this.#clock.now() };
    this.#tasks.set(task.id, task);
    this.#timers.set(
      task.id,
      this.#clock.setTimer(() => this.#finish(task), task.runMs),
    );
    return task;
  }

  get(id: string): Task | undefined {
    return this.#tasks.get(id);
  }

  list(): Task[] {
    return [...this.#tasks.values()];
  }

  get running(): number {
    return this.#timers.size;
  }

  /** Ends a running task at once; false when it is not running. */
  finishNow(id: string): boolean {
    const task = this.#tasks.get(id);
    if (!task || !this.#timers.has(id)) return false;
    this.#timers.get(id)?.();
    this.#finish(task);
    return true;
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #finish(task: Task): void {
    this.#timers.delete(task.id);
    task.end = this.#end(task);
    this.#ended(task);
  }
}
