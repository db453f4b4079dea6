import { Hono } from 'hono';
import type { DeskEnv } from './context.ts';
import { csvList } from './csv-file.ts';
import { chartsQuery, marginsOf } from './live.ts';
import { readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';

/** GET /csv/…: the tables of what goes on now, and the figures behind the charts. */
export function figureExportRoutes({ figures }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const running = ['generation', 'state', 'model', 'person', 'task', 'credits', 'ordered', 'started'];
  csvList(app, 'running', running, async () =>
    (await figures.snapshot()).running.map((it) => [
      ...[it.id, it.state, it.modelId, it.personId, it.taskId, it.credits, it.createdAt, it.startedAt],
    ]),
  );
  const failures = ['count', 'model', 'cause', 'words', 'last', 'generation'];
  csvList(app, 'failures', failures, async () =>
    (await figures.snapshot()).failures.map((it) => [
      ...[it.count, it.modelId, it.code, it.words, it.lastAt, it.generationId],
    ]),
  );
  csvList(app, 'speeds', ['model', 'runs', 'median today', 'median before'], async () =>
    (await figures.snapshot()).speeds.map((it) => [it.modelId, it.runs, it.today, it.before]),
  );
  const replicas = ['host', 'pid', 'role', 'state', 'leads', 'telegram', 'kie.ai', 'since', 'seen'];
  csvList(app, 'replicas', replicas, async () =>
    (await figures.snapshot()).replicas.map((it) => [
      ...[it.host, it.pid, it.role, it.state, it.leads],
      ...[JSON.stringify(it.calls.telegram), JSON.stringify(it.calls.kie), it.startedAt, it.seenAt],
    ]),
  );
  csvList(app, 'jobs', ['job', 'ready', 'active', 'delayed', 'failed', 'oldest seconds'], async () =>
    Object.entries((await figures.snapshot()).jobs).map(([name, it]) => [
      ...[name, it.ready, it.active, it.delayed, it.failed, it.oldestSeconds],
    ]),
  );
  const days = [
    ...['day', 'delivered', 'failed', 'income', 'given free', 'kie credits'],
    ...['new people', 'returning', 'stars'],
  ];
  csvList(app, 'days', days, async (context) =>
    (await figures.days(readQuery(context, chartsQuery).days)).map(({ day, models, ...it }) => {
      const sum = (what: 'delivered' | 'failed' | 'income' | 'given' | 'spending') =>
        models.reduce((total, model) => total + model[what], 0);
      return [
        ...[day, sum('delivered'), sum('failed'), sum('income'), sum('given'), sum('spending')],
        ...[it.newPeople, it.returning, it.stars],
      ];
    }),
  );
  csvList(
    app,
    'margins',
    ['model', 'delivered', 'failed', 'income', 'given free', 'kie credits'],
    async (context) =>
      marginsOf(await figures.days(readQuery(context, chartsQuery).days)).map((it) => [
        ...[it.modelId, it.delivered, it.failed, it.income, it.given, it.spending],
      ]),
  );
  return app;
}
