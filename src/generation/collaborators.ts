import type { KieClient } from '#kie';
import type { Clock, Database, Logger, Queue, Trx } from '#platform';
import type { Terms } from '#pricing';
import type { Registry } from '#registry';
import type { FreeDaily } from './free-today.ts';
import type { AttachmentSource, Generation, MediaKind, Messenger, Operators } from './types.ts';

/** Everything this room works with, built by the composition root. Each file takes only its slice. */
export interface Collaborators {
  database: Database;
  queue: Queue;
  clock: Clock;
  log: Logger;
  registry: Registry;
  kie: KieClient;
  messenger: Messenger;
  operators: Operators;
  attachmentSource: AttachmentSource;
  /** What else has to happen once a result is delivered, in the very transaction that captures its price. */
  onDelivered?: (trx: Trx, generation: Generation, at: Date) => Promise<void>;
  config: GenerationConfig;
}

export interface GenerationConfig {
  /** What the operators decide about selling, as it is now. */
  terms: () => Terms;
  freeDaily: FreeDaily;
  /** False while nothing new may be written, because the disk is nearly full. */
  hasRoom: () => boolean;
  /** Address under which kie.ai reaches our callbacks, without a trailing slash; null = polling alone. */
  callbackBase: string | null;
  /** Unfinished generations one person may have at once. */
  maxOpenPerPerson: number;
  /** kie.ai's account-wide limit of createTask calls (facts: 20 per 10 s). */
  providerLimit: { calls: number; windowMs: number };
  /** After this long the person is told that it takes longer; the task is still awaited. */
  lateAfterMs: Record<MediaKind, number>;
  /** After this long an order that has not begun, or a task without an end, is given up and the hold released. */
  giveUpAfterMs: number;
  /** A task that was given up is asked for again this often, and this long from the order on. */
  lookAgainEveryMs: number;
  lookAgainForMs: number;
  /** How long an uncertain purchase may wait for a callback or the operator before it is released. */
  uncertainLimitMs: number;
}

const minute = 60_000;

const defaultTerms: Terms = { markup: 2, switchedOff: new Set() };

export const defaultGenerationConfig: GenerationConfig = {
  terms: () => defaultTerms,
  freeDaily: { perDay: {}, maxCredits: 0, timeZone: 'UTC' },
  hasRoom: () => true,
  callbackBase: null,
  maxOpenPerPerson: 5,
  providerLimit: { calls: 20, windowMs: 10_000 },
  lateAfterMs: { image: 5 * minute, video: 30 * minute, audio: 10 * minute, file: 10 * minute },
  giveUpAfterMs: 6 * 60 * minute,
  lookAgainEveryMs: 60 * minute,
  lookAgainForMs: 3 * 24 * 60 * minute,
  uncertainLimitMs: 30 * minute,
};
