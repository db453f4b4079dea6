import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { createLogger } from '#platform';
import type { World } from '#sim';
import { testWorld } from '../kit/world.ts';

const folder = join(import.meta.dirname, '../../deploy/monitoring');
const token = 'metrics-token-of-this-test';
/** What the world's own secrets look like, and the one above. */
const secrets = [token, 'sandbox-token-that-opens-nothing-at-all', 'sim-key', 'sandbox-hmac-key'];

const lines: string[] = [];
let world: World;
let metrics = '';
let generation = '';

before(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  world = await testWorld('pglite', {
    env: { METRICS_TOKEN: token },
    log: createLogger({ level: 'trace', secrets: [], destination }),
  });
  const ann = world.telegram.people.join({ first_name: 'Ann' });
  for (const kind of ['drop_after', 'server_error'] as const)
    world.telegram.fault({ method: 'editMessageText', kind, times: 1 });
  world.telegram.fault({ method: 'getUpdates', kind: 'drop_before', times: 2 });
  world.kie.scenario.next('createTask', { kind: 'refuse', code: 429 });
  world.kie.scenario.next('recordInfo', { kind: 'drop' });
  ann.send('A lighthouse at dusk');
  const form = await ann.nextMessage((it) => it.reply_markup !== undefined, { timeoutMs: 60_000 });
  await ann.tap(form, /💎/);
  await world.settle();
  const [one] = await world.app.rooms.generations.history(ann.id, { limit: 1 });
  generation = one?.id ?? '';
  metrics = await (await look({ authorization: `Bearer ${token}` })).text();
});
after(() => world[Symbol.asyncDispose]());

const look = (headers: Record<string, string>) => fetch(`${world.app.url}/metrics`, { headers });
const names = () => new Set([...metrics.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));

test('metrics are for who knows the token', async () => {
  assert.equal((await look({})).status, 403);
  assert.equal((await look({ authorization: `Bearer ${token}x` })).status, 403);
});

test('the metrics tell of updates, calls, jobs, states, deliveries and money', () => {
  for (const line of [
    /^kiegram_update_seconds_count\{kind="message",result="handled"\} 1$/m,
    /^kiegram_generation_moves_total\{state="delivered"\} 1$/m,
    /^kiegram_provider_call_seconds_count\{call="createTask",code="429"\} 1$/m,
    /^kiegram_provider_call_seconds_count\{call="recordInfo",code="none"\} 1$/m,
    /^kiegram_telegram_call_seconds_count\{method="editMessageText",code="none"\} 1$/m,
    /^kiegram_parts_total\{state="sent"\} 1$/m,
    /^kiegram_jobs\{job="generation.deliver",state="ready"\} 0$/m,
    /^kiegram_ledger_credits\{account="held"\} 0$/m,
    /^kiegram_leads 1$/m,
    /^nodejs_eventloop_lag_p99_seconds /m,
  ])
    assert.match(metrics, line);
  assert.ok(!secrets.some((secret) => metrics.includes(secret)));
});

test('dashboard and alert rules name only metrics that there are, in well-formed expressions', () => {
  const dashboard = JSON.parse(readFileSync(join(folder, 'grafana-dashboard.json'), 'utf8'));
  const shown: string[] = dashboard.panels.flatMap((panel: { targets: { expr: string }[] }) =>
    panel.targets.map(({ expr }) => expr),
  );
  const { groups } = parse(readFileSync(join(folder, 'alerts.yaml'), 'utf8'));
  const rules: {
    alert: string;
    expr: string;
    labels: { severity: string };
    annotations: { summary: string };
  }[] = groups.flatMap((group: { rules: unknown[] }) => group.rules);
  for (const rule of rules) {
    assert.match(rule.alert, /^Kiegram\w+$/);
    assert.match(rule.labels.severity, /^(critical|warning)$/);
    assert.ok(rule.annotations.summary, rule.alert);
  }
  for (const expr of [...shown, ...rules.map((rule) => rule.expr)]) {
    for (const [name] of expr.matchAll(/\b(kiegram|nodejs|process)_\w+/g))
      assert.ok(
        names().has(name.replace(/_(bucket|count|sum)$/, '')) || names().has(name),
        `${name} in ${expr}`,
      );
    for (const [open, close] of ['()', '{}', '[]'])
      assert.equal(expr.split(String(open)).length, expr.split(String(close)).length, expr);
  }
});

test('the log is JSON, tells the way of a generation by its id, and holds no secret at any level', () => {
  const entries = lines.map(
    (line) => JSON.parse(line) as { generation?: string; state?: string; msg?: string },
  );
  const way = entries.filter((entry) => entry.generation === generation && entry.msg === 'generation moved');
  assert.deepEqual(
    way.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]),
    ['queued', 'submitting', 'queued', 'submitting', 'running', 'succeeded', 'delivered'],
  );
  const leaks = lines.filter((line) => secrets.some((secret) => line.includes(secret)));
  assert.deepEqual(leaks, []);
});
