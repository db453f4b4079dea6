import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A step of a trace as a collector sees it. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** Of the span, and of the process that sent it. */
  facts: Record<string, unknown>;
}

export interface SpanCollector extends AsyncDisposable {
  url: string;
  spans: Span[];
  /** The paths and `authorization` headers that came. */
  calls: { path: string; authorization: string | undefined }[];
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** Takes OTLP by HTTP as JSON, as its specification writes it. */
interface Batch {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<Span, 'facts'> & { attributes: Attribute[] })[] }[];
  }[];
}

export async function collectSpans(): Promise<SpanCollector> {
  const spans: Span[] = [];
  const calls: SpanCollector['calls'] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization });
    spans.push(...spansIn(JSON.parse(body)));
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    ...{ spans, calls },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function spansIn({ resourceSpans }: Batch): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, ...span }) => ({
        ...span,
        facts: { ...factsOf(resource.attributes), ...factsOf(attributes) },
      })),
    ),
  );
}

function factsOf(attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
