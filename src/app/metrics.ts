import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Logger, type Measurement, onMeasurement } from '#platform';
import { type MetricsSources, readGauges } from './metrics-gauges.ts';

/** Node's own figures (event-loop delay, heap, GC) belong to the process and are collected once in it. */
let ofTheProcess: Registry | null = null;

function processMetrics(): Registry {
  if (!ofTheProcess) {
    ofTheProcess = new Registry();
    collectDefaultMetrics({ register: ofTheProcess });
  }
  return ofTheProcess;
}

export interface Metrics extends Disposable {
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/** Writes every move of a generation into the log. Ends with the returned function. */
export function logMoves(log: Logger): () => void {
  return onMeasurement((one) => {
    if (one.of === 'generation') log.info({ generation: one.id, state: one.label }, 'generation moved');
  });
}

/** Counts what happens in this process from now on, and asks for what stands in the database when it is looked at. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const total = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const timed = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, registers, buckets: SECONDS });

  const updates = timed('kiegram_update_seconds', 'Updates by kind, and how long they took', [
    'kind',
    'result',
  ]);
  const telegram = timed(
    'kiegram_telegram_call_seconds',
    'Bot API calls by method and code; none: no answer',
    ['method', 'code'],
  );
  const provider = timed('kiegram_provider_call_seconds', 'Calls of kie.ai by its code; none: no answer', [
    'call',
    'code',
  ]);
  const jobs = timed('kiegram_job_seconds', 'Background jobs', ['job', 'result']);
  const generations = total('kiegram_generation_moves_total', 'Generations that reached a state', ['state']);
  const parts = total('kiegram_parts_total', 'Parts of results by what became of sending them', ['state']);

  const count: { [Of in Measurement['of']]: (one: Extract<Measurement, { of: Of }>) => void } = {
    update: ({ label, result, seconds }) => updates.observe({ kind: label, result }, seconds),
    'telegram-call': ({ label, result, seconds }) =>
      telegram.observe({ method: label, code: result }, seconds),
    'provider-call': ({ label, result, seconds }) => provider.observe({ call: label, code: result }, seconds),
    job: ({ label, result, seconds }) => jobs.observe({ job: label, result }, seconds),
    generation: ({ label }) => generations.inc({ state: label }),
    part: ({ label }) => parts.inc({ state: label }),
  };
  const stop = onMeasurement((one) => (count[one.of] as (one: Measurement) => void)(one));
  const gauges = new Map<string, Gauge>();

  return {
    async text() {
      for (const { name, help, values } of await readGauges(sources)) {
        const labelNames = Object.keys(values[0]?.labels ?? {});
        const gauge = gauges.get(name) ?? new Gauge({ name, help, labelNames, registers });
        gauges.set(name, gauge);
        gauge.reset();
        for (const { labels, value } of values) gauge.set(labels, value);
      }
      return Registry.merge([registry, processMetrics()]).metrics();
    },
    [Symbol.dispose]: stop,
  };
}
