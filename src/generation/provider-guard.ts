import { ConsecutiveBreaker } from 'cockatiel';
import { type KieClient, KieError, type KieErrorCode, NetworkError, UncertainError } from '#kie';

/**
 * `unreachable`: so many calls in a row got no answer. `unconfirmed`: so many orders in a row became uncertain, whatever
 * else kie.ai answers.
 */
export type Silence = 'unreachable' | 'unconfirmed';

const IN_A_ROW = 5;
/** What kie.ai lets go in one window (facts: 20 per 10 s). */
const MOST_ORDERS = 20;

/** A circuit breaker around kie.ai: while it is silent, calls are refused here at once, surely unsent. */
export interface ProviderGuard {
  /**
   * The client, of which createTask, getTask and credits count. While kie.ai is silent they throw a `NetworkError` that
   * says that nothing was sent, so that an order waits instead of becoming uncertain; while orders go unconfirmed that is
   * true of createTask alone.
   */
  kie: KieClient;
  silence(): Silence | null;
  /** How many orders may be under way at once: one after the other since the last of them became uncertain. */
  ordersAtOnce(): number;
  /** Resolves once kie.ai falls silent. */
  fallsSilent(): Promise<void>;
  /**
   * Asks for what is left of the account: a call that buys nothing and goes out whatever is known of kie.ai. Its answer
   * ends the silence; the next order that becomes uncertain brings it back.
   */
  probe(options?: Parameters<KieClient['credits']>[0]): Promise<number>;
}

type Fails = (error: unknown) => boolean;

export function guardProvider(kie: KieClient): ProviderGuard {
  const answers = new ConsecutiveBreaker(IN_A_ROW);
  const orders = new ConsecutiveBreaker(IN_A_ROW);
  let silence: Silence | null = null;
  let fall = Promise.withResolvers<void>();

  async function counted<T>(
    breaker: ConsecutiveBreaker,
    kind: Silence,
    fails: Fails,
    call: () => Promise<T>,
  ) {
    try {
      const answer = await call();
      breaker.success();
      return answer;
    } catch (error) {
      if (!fails(error)) breaker.success();
      else if (breaker.failure()) {
        silence ??= kind;
        fall.resolve();
      }
      throw error;
    }
  }

  async function guarded<T>(call: () => Promise<T>): Promise<T> {
    if (silence === 'unreachable') throw new NetworkError(false, {});
    return counted(answers, 'unreachable', isSilent, call);
  }

  async function order(...call: Parameters<KieClient['createTask']>): Promise<string> {
    if (silence === 'unconfirmed') throw new NetworkError(false, {});
    return guarded(() => counted(orders, 'unconfirmed', isUncertain, () => kie.createTask(...call)));
  }

  return {
    kie: Object.assign(Object.create(kie) as KieClient, {
      createTask: order as KieClient['createTask'],
      getTask: ((...task) => guarded(() => kie.getTask(...task))) as KieClient['getTask'],
      credits: ((...options) => guarded(() => kie.credits(...options))) as KieClient['credits'],
    }),
    silence: () => silence,
    ordersAtOnce: () => (orders.state === 0 ? MOST_ORDERS : 1),
    fallsSilent: () => fall.promise,
    async probe(options) {
      const credits = await counted(answers, 'unreachable', isSilent, () => kie.credits(options));
      if (silence) fall = Promise.withResolvers();
      silence = null;
      return credits;
    },
  };
}

const SILENT: ReadonlySet<KieErrorCode> = new Set(['network', 'timeout', 'server', 'broken-answer']);

/** An error in kie.ai's own envelope is an answer: it is alive, and speaks of this one call. */
function isSilent(error: unknown): boolean {
  if (!(error instanceof KieError) || error.envelopeCode !== null) return false;
  return SILENT.has(error instanceof UncertainError ? error.reason : error.code);
}

function isUncertain(error: unknown): boolean {
  return error instanceof UncertainError && error.reason !== 'aborted';
}
