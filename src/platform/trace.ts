import { context, propagation, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** What a step may tell of itself: ids of our own and words of short, fixed lists. Never content, addresses or secrets. */
export type StepFacts = Readonly<Record<string, string | number>>;

const tracer = trace.getTracer('kiegram');

/**
 * Does `work` as one step of the trace that it is called in; outside of one it begins another. A step that
 * rejects tells the error's code alone. While traces are off this is a plain call.
 */
export function step<T>(name: string, facts: StepFacts, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, { attributes: facts }, (span) =>
    work()
      .catch((error: unknown) => {
        tellFailure(span, error);
        throw error;
      })
      .finally(() => span.end()),
  );
}

/** Where in a trace this is called, as W3C writes it, to be kept for {@link continueTrace}; null outside of one. */
export function traceparent(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Does `work` within the trace that was kept, perhaps by another process; null: within none. */
export function continueTrace<T>(kept: string | null, work: () => T): T {
  return context.with(propagation.extract(ROOT_CONTEXT, kept === null ? {} : { traceparent: kept }), work);
}

/** What a log line tells of the trace that it is written in. */
export function traceFields(): { trace_id?: string } {
  const span = trace.getActiveSpan();
  return span ? { trace_id: span.spanContext().traceId } : {};
}

function tellFailure(span: Span, error: unknown): void {
  const kind = error instanceof Error ? error.name : 'unknown';
  const code = error instanceof Error && 'code' in error ? String(error.code) : kind;
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', code);
}
