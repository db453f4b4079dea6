import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Readiness } from '#http';
import { forgetReplica, heartbeatMs, noteReplica, type ServiceCalls } from '#operator';
import { type Clock, type Database, type Logger, type Measurement, onMeasurement } from '#platform';

export interface HeartbeatParts {
  database: Database;
  role: string;
  readiness(): Readiness;
  leads(): boolean;
  clock: Clock;
  log: Logger;
}

/** So long a call is remembered. */
const rememberedMs = 5 * 60_000;

/** Says again and again that this process lives, and how Telegram and kie.ai answer it, until the signal is aborted. */
export async function keepHeartbeat(parts: HeartbeatParts, signal: AbortSignal): Promise<void> {
  const { database, role, readiness, leads, clock, log } = parts;
  const calls = rememberCalls(clock);
  const own = { id: randomUUID(), role, host: hostname(), pid: process.pid, startedAt: clock.now() };
  while (!signal.aborted) {
    const now = {
      ...own,
      state: readiness().state,
      leads: leads(),
      calls: calls.lately(),
      seenAt: clock.now(),
    };
    await noteReplica(database.db, now).catch((err: unknown) =>
      log.warn({ err }, 'the heartbeat was not written'),
    );
    await clock.sleep(heartbeatMs, signal).catch(() => undefined);
  }
  calls.stop();
  await forgetReplica(database.db, own.id).catch(() => undefined);
}

type Service = 'telegram-call' | 'provider-call';

function rememberCalls(clock: Clock) {
  const calls: { of: Service; result: string; at: number }[] = [];
  const stop = onMeasurement((one: Measurement) => {
    if (one.of === 'telegram-call' || one.of === 'provider-call')
      calls.push({ of: one.of, result: one.result, at: clock.now().getTime() });
  });
  return {
    stop,
    lately() {
      const since = clock.now().getTime() - rememberedMs;
      const firstKept = calls.findIndex(({ at }) => at >= since);
      calls.splice(0, firstKept === -1 ? calls.length : firstKept);
      return { telegram: sumOf('telegram-call'), kie: sumOf('provider-call') };
    },
  };

  function sumOf(service: Service): ServiceCalls {
    const own = calls.filter(({ of }) => of === service).map(({ result }) => result);
    const failed = own.filter((result) => result !== '200');
    const codes = [...new Set(failed)].map((code) => [code, failed.filter((it) => it === code).length]);
    return { answered: own.length - failed.length, failed: Object.fromEntries(codes) };
  }
}
