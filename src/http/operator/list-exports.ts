import { Hono } from 'hono';
import { inWords } from './catalogue.ts';
import type { DeskEnv } from './context.ts';
import { csvList } from './csv-file.ts';
import { modelRows } from './models.ts';
import type { DeskParts } from './parts.ts';

/** As many broadcasts as a file has. */
const mostBroadcasts = 10_000;

/** GET /csv/…: the lists that are short enough to be read at once. */
export function listExportRoutes(parts: DeskParts): Hono<DeskEnv> {
  const { operator } = parts;
  const app = new Hono<DeskEnv>();
  csvList(app, 'promo', ['code', 'credits', 'uses', 'most uses', 'until'], async () =>
    (await operator.promoCodes()).map((it) => [it.code, it.credits, it.uses, it.maxUses, it.expiresAt]),
  );
  const uncertain = ['generation', 'model', 'person', 'credits', 'kie credits', 'sent', 'released', 'tasks'];
  csvList(app, 'uncertain', uncertain, async () =>
    (await operator.uncertain()).map((it) => [
      ...[it.id, it.modelId, it.personId, it.credits, it.kieCredits, it.submittedAt, it.releasedAt],
      it.callbackTaskIds.join(' '),
    ]),
  );
  const models = [
    'id',
    'title',
    'vendor',
    'type',
    'status',
    'switched off',
    'credits from',
    'median seconds',
  ];
  csvList(app, 'models', models, async (context) =>
    (await modelRows(parts, context.get('speech'))).map((it) => [
      ...[it.id, it.title, it.provider, it.type, it.status, it.off, it.from, it.seconds],
    ]),
  );
  const broadcasts = [
    ...['id', 'state', 'text', 'language', 'seen within days', 'written', 'started', 'ended'],
    ...['recipients', 'sent', 'gone', 'failed', 'unsure'],
  ];
  csvList(app, 'broadcasts', broadcasts, async () =>
    (await operator.broadcasts(mostBroadcasts)).map((it) => [
      ...[it.id, it.state, it.text, it.locale, it.activeDays, it.createdAt, it.startedAt, it.endedAt],
      ...[it.total, it.sent, it.gone, it.failed, it.unsure],
    ]),
  );
  csvList(app, 'catalogue', ['what', 'model', 'difference', 'registry', 'kie.ai', 'known'], async () => {
    const found = await operator.catalogueReport();
    if (!found) return [];
    const { added, vanished, returned, unread, differences } = found;
    return [
      ...added.map(({ id, price }) => ['new', id, '', '', price, null]),
      ...vanished.map((id) => ['gone', id, '', '', '', null]),
      ...returned.map((id) => ['offered again', id, '', '', '', null]),
      ...unread.map((id) => ['not compared', id, '', '', '', null]),
      ...differences
        .map(inWords)
        .map((it) => ['changed', it.model, it.what, it.registry, it.published, it.known]),
    ];
  });
  return app;
}
