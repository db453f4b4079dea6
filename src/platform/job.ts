export interface JobOptions {
  /** Runs after the first one fails; 5 when left out. 0 = never again. */
  retryLimit?: number;
  /** Wait before each retry; 1 when left out. */
  retryDelaySeconds?: number;
  /** Doubles the wait with each retry, with some jitter. */
  backoff?: boolean;
  /** A run that takes longer counts as failed and its signal is aborted; 900 when left out. */
  expireSeconds?: number;
  /**
   * What `singletonKey` means: `standard` nothing; `short` one job per key waits at a time;
   * `exclusive` one per key waits or runs. A send that is one too many is dropped. Cannot be changed
   * once the queue exists in a database.
   */
  policy?: 'standard' | 'short' | 'exclusive';
  /** Runs at once in one process; 4 when left out. Each costs one small query every two seconds. */
  concurrency?: number;
}

/** A kind of job: its name, how it is retried, and the type of its payload. The handler is apart. */
export interface JobDefinition<Payload extends object = object> {
  readonly name: string;
  readonly options: Readonly<JobOptions>;
  /** Never there at run time: carries the payload's type from `defineJob` to `send` and `work`. */
  readonly payloadType?: Payload;
}

/**
 * Defines a kind of job. The payload must survive JSON.
 *
 * @example const deliverJob = defineJob<{ id: string }>('generation.deliver', { retryLimit: 3 });
 */
export function defineJob<Payload extends object>(
  name: string,
  options: JobOptions = {},
): JobDefinition<Payload> {
  return { name, options };
}
