import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { BOT_TOKEN, openFleet, secondsUntil } from '../deploy/fleet.ts';
import { engines } from '../kit/index.ts';
import { collectSpans, type Span } from './span-collector.ts';

const words = 'A lighthouse at dusk';
const authorization = 'Basic dHJhY2VzOmFsb25l';

describe('one bought picture, told by a web process and a worker on one PostgreSQL', {
  skip: engines.includes('postgres') ? false : 'no PostgreSQL',
}, () => {
  let spans: Span[];
  let calls: { path: string; authorization: string | undefined }[];
  let logs: string[];
  before(async () => {
    await using collector = await collectSpans();
    await using fleet = await openFleet();
    const env = {
      BOT_MODE: 'webhook',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=${encodeURIComponent(authorization)}`,
      OTEL_SERVICE_NAME: 'kiegram-of-this-test',
    };
    const [web, worker] = [
      await fleet.instance({ role: 'web', env }),
      await fleet.instance({ role: 'worker', env }),
    ];
    fleet.balancer.targets = [{ host: '127.0.0.1', port: web.port }];
    await Promise.all([web.start(), worker.start()]);
    const ann = fleet.telegram.people.join({ first_name: 'Ann' });
    const patience = { timeoutMs: 60_000 };
    ann.send(words);
    const form = await ann.nextMessage((it) => it.reply_markup !== undefined, patience);
    // By webhook a tap may overtake the message before it, which no finger does.
    await secondsUntil(() => fleet.telegram.journal.entries.some(({ kind }) => kind === 'webhook'));
    await ann.tap(form, /💎/);
    await ann.nextMessage(({ photo }) => photo !== undefined, patience);
    // Both finish what they are at, and send what is left.
    await Promise.all([web.stop(), worker.stop()]);
    ({ spans, calls } = collector);
    logs = [web.log, worker.log];
  });

  const of = (span: Span) => `${span.facts['kiegram.role']}: ${span.name}`;
  const trace = () => {
    const { traceId } =
      spans.find(({ name }) => name === 'generation submit') ?? assert.fail('nothing was submitted');
    return spans.filter((span) => span.traceId === traceId);
  };

  test('is one trace from the tap to the settled delivery', () => {
    const all = trace();
    const byId = new Map(all.map((span) => [span.spanId, span]));
    const roots = all.filter(({ parentSpanId }) => !byId.has(parentSpanId ?? ''));
    assert.deepEqual(roots.map(of), ['web: update callback_query']);
    const steps = new Set(
      all.map((span) => {
        const parent = byId.get(span.parentSpanId ?? '');
        return `${parent ? of(parent) : '–'} > ${of(span)}`;
      }),
    );
    for (const expected of [
      'web: update callback_query > web: tap generate',
      'web: tap generate > web: generation submit',
      'web: generation submit > worker: generation buy',
      'worker: generation buy > worker: kie createTask',
      'web: generation submit > web: generation callback',
      'web: generation submit > worker: generation record',
      'worker: generation record > worker: kie recordInfo',
      'web: generation submit > worker: generation deliver',
      'worker: generation deliver > worker: result load',
      'worker: generation deliver > worker: telegram sendPhoto',
      'worker: generation deliver > worker: generation settle',
      'web: generation submit > worker: generation report',
    ])
      assert.ok(steps.has(expected), `${expected} is not among\n${[...steps].join('\n')}`);
  });

  test('is no other trace: whatever names its generation belongs to the one', () => {
    const ids = new Set(trace().map(({ facts }) => facts['kiegram.generation']));
    const one = [...ids].filter((id) => id !== undefined);
    assert.equal(one.length, 1);
    const traces = new Set(
      spans.filter(({ facts }) => facts['kiegram.generation'] === one[0]).map(({ traceId }) => traceId),
    );
    assert.equal(traces.size, 1);
  });

  test('tells neither words nor addresses nor secrets, and comes with the headers that the collector wants', () => {
    const told = JSON.stringify(spans);
    for (const secret of [
      words,
      'lighthouse',
      '://',
      BOT_TOKEN,
      'fleet-key',
      'fleet-webhook-secret',
      '/kie/callback',
    ])
      assert.ok(!told.includes(secret), secret);
    assert.ok(spans.every(({ facts }) => facts['service.name'] === 'kiegram-of-this-test'));
    assert.deepEqual([...new Set(calls.map(({ path }) => path))], ['/v1/traces']);
    assert.ok(calls.every((call) => call.authorization === authorization));
  });

  test('is found from the log by its id', () => {
    const [{ traceId } = assert.fail()] = trace();
    for (const log of logs) assert.match(log, new RegExp(`"trace_id":"${traceId}"`));
  });
});
