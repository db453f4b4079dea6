import { context, DiagLogLevel, diag, propagation, SpanKind, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Logger, type Measurement, onMeasurement } from '#platform';
import type { TraceConfig } from './config.ts';
import { traceSampler } from './trace-sampler.ts';

/** Traces of this process; there is one of them at a time. */
export interface Tracing {
  /** Sends what is left, for a few seconds at most. Never rejects. */
  stop(): Promise<void>;
}

/** Longer than a collector near by takes, and short beside the 25 s that a stop may last. */
const exportTimeoutMs = 4_000;

/**
 * Begins to send the steps of this process to a collector (OTLP by HTTP, as JSON). This file alone knows
 * OpenTelemetry's SDK, and is loaded only when traces are wanted.
 */
export function startTracing(config: TraceConfig, role: string, log: Logger): Tracing {
  const exporter = new OTLPTraceExporter({ url: config.url, timeoutMillis: exportTimeoutMs });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': config.service, 'kiegram.role': role }),
    sampler: traceSampler(config),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 })],
  });
  diag.setLogger(troubleInto(log), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  const deaf = onMeasurement(traceCall);
  return {
    async stop() {
      deaf();
      await provider.shutdown().catch((err: unknown) => log.warn({ err }, 'the last traces were not sent'));
      for (const part of [trace, context, propagation, diag]) part.disable();
    },
  };
}

/** A call of Telegram or kie.ai that belongs to a step; the bot's own questions belong to none. */
function traceCall(one: Measurement): void {
  if (one.of !== 'telegram-call' && one.of !== 'provider-call') return;
  if (trace.getActiveSpan() === undefined) return;
  const now = Date.now();
  const service = one.of === 'telegram-call' ? 'telegram' : 'kie';
  const attributes = { 'kiegram.result': one.result };
  const startTime = now - one.seconds * 1_000;
  trace
    .getTracer('kiegram')
    .startSpan(`${service} ${one.label}`, { kind: SpanKind.CLIENT, startTime, attributes })
    .end(now);
}

/** The exporter tells of a silent collector here; a batch that could not be sent is dropped. */
function troubleInto(log: Logger) {
  const tell = (message: string) => log.warn({ problem: message }, 'traces meet trouble');
  const nothing = () => undefined;
  return { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing };
}
