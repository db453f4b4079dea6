/**
 * Words of this library:
 *
 * - *model*: a name kie.ai accepts in createTask, e.g. `kling-2.6/text-to-video`;
 * - *task*: one paid run of a model, known by its task id;
 * - *envelope*: the `{code, msg, data}` around every answer of kie.ai; its `code`, not the HTTP status, tells the outcome;
 * - *paid request*: createTask, the only request that costs kie credits;
 * - *certainly refused*: it is known that the request had no effect, so that nothing was bought;
 * - *kie credit*: what kie.ai charges; may be fractional.
 */
import type { ModelInputs } from './model-inputs.ts';

/** The models whose input has a type; any other name is accepted with an input of any shape. */
export type ModelId = Extract<keyof ModelInputs, string>;
export type InputOf<Model extends string> = Model extends ModelId ? ModelInputs[Model] : object;

/** The states of recordInfo. Everything but `success` and `fail` means: still running. */
export const TASK_STATES = ['waiting', 'queuing', 'generating', 'success', 'fail'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A task as kie.ai reports it. Times are epoch milliseconds, `costSeconds` is in seconds. */
export interface Task {
  taskId: string;
  /** Empty when kie.ai does not name it. */
  model: string;
  state: TaskState;
  /** The input of createTask, when kie.ai repeats it readably. */
  input?: unknown;
  /** Null until success, and also after a success whose result cannot be read: `raw` then holds the text. */
  result: TaskResult | null;
  failCode: string | null;
  failMsg: string | null;
  costSeconds: number | null;
  createdAt: number | null;
  completedAt: number | null;
  creditsConsumed: number | null;
  /** The untouched `data` of the answer. It repeats the callback URL: do not log it when that URL holds a secret. */
  raw: unknown;
}

/** What a finished task made, whatever the shape of its `resultJson` (facts: resultJson shapes). */
export interface TaskResult {
  /** The main media: `resultUrls`; without these the tracks' audio; without these the segments' masks. */
  urls: string[];
  firstFrameUrls?: string[];
  lastFrameUrls?: string[];
  watermarkUrls?: string[];
  /** `resultObject` of text and analysis models: lyrics, masks, recognised speech. */
  object?: unknown;
  tracks?: Track[];
  segments?: Segment[];
  /** The parsed result with everything not named above. */
  raw: unknown;
}

/** One song of a music task. `durationSeconds` may be fractional. */
export interface Track {
  id: string | null;
  title: string | null;
  audioUrl: string | null;
  streamAudioUrl: string | null;
  imageUrl: string | null;
  durationSeconds: number | null;
  modelName: string | null;
  prompt: string | null;
  tags: string | null;
}

/** One part of a segmented picture. */
export interface Segment {
  maskUrl: string | null;
  name: string | null;
  index: number | null;
}

/**
 * All that is needed to go on waiting in another process; plain JSON. A `Task` is a handle, too.
 * `createdAt` (epoch ms) lets the age-dependent rules count from the creation instead of from the start of the wait.
 */
export interface TaskHandle {
  taskId: string;
  createdAt?: number | null;
}

/** Options of every single request. `timeoutMs` bounds one attempt; `retries` is the number of further attempts. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  retries?: number | undefined;
}
