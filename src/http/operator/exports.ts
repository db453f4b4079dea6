import { Hono } from 'hono';
import type { DeskEnv } from './context.ts';
import { csvFile } from './csv-file.ts';
import { auditQuery, generationsQuery, paymentsQuery, peopleQuery, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';

const rowsAtOnce = 500;

/** GET /csv/…: the tables with the same filters as on the page, written out while they are read. */
export function exportRoutes({ figures, operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/csv/people', (context) => {
    const filter = readQuery(context, peopleQuery);
    const head = [
      'id',
      'first name',
      'username',
      'locale',
      'available',
      'held',
      'met',
      'last seen',
      'blocked',
      'chat closed',
    ];
    return csvFile(context, 'people', head, async (after) => {
      const { rows, next } = await figures.people({ ...filter, after, limit: rowsAtOnce });
      const cells = rows.map((it) => [
        ...[it.id, it.firstName, it.username, it.locale, it.available, it.held],
        ...[it.createdAt, it.lastSeenAt, it.bannedAt, it.botBlockedAt],
      ]);
      return { rows: cells, next };
    });
  });
  app.get('/csv/generations', (context) => {
    const { model: modelId, person: personId, ...filter } = readQuery(context, generationsQuery);
    const head = [
      'id',
      'person',
      'model',
      'state',
      'credits',
      'kie credits',
      'free',
      'failure',
      'ordered',
      'ended',
    ];
    return csvFile(context, 'generations', head, async (after) => {
      const { rows, next } = await figures.generations({
        ...filter,
        modelId,
        personId,
        after,
        limit: rowsAtOnce,
      });
      const cells = rows.map((it) => [
        ...[it.id, it.personId, it.modelId, it.state, it.credits, it.kieCredits, it.free, it.failureCode],
        ...[it.createdAt, it.finishedAt],
      ]);
      return { rows: cells, next };
    });
  });
  app.get('/csv/payments', (context) => {
    const { person: payerId, ...filter } = readQuery(context, paymentsQuery);
    const head = [
      'charge',
      'payer',
      'stars',
      'credits',
      'state',
      'problem',
      'credits taken back',
      'paid',
      'refund reason',
    ];
    return csvFile(context, 'payments', head, async (after) => {
      const { rows, next } = await figures.payments({ ...filter, payerId, after, limit: rowsAtOnce });
      const cells = rows.map((it) => [
        ...[it.chargeId, it.payerId, it.stars, it.credits, it.state, it.problem, it.withdrawn],
        ...[it.paidAt, it.refundReason],
      ]);
      return { rows: cells, next };
    });
  });
  app.get('/csv/audit', (context) => {
    const { subject } = readQuery(context, auditQuery);
    const head = ['id', 'at', 'via', 'operator', 'act', 'subject', 'reason', 'details'];
    return csvFile(context, 'audit', head, async (after) => {
      const rows = await operator.auditLog({
        limit: rowsAtOnce,
        ...(after === undefined ? {} : { before: Number(after) }),
        ...(subject === undefined ? {} : { subject }),
      });
      const cells = rows.map((it) => [
        ...[it.id, it.at, it.via, it.adminId, it.code, it.subject, it.reason, JSON.stringify(it.details)],
      ]);
      return { rows: cells, next: rows.length < rowsAtOnce ? null : String(rows.at(-1)?.id) };
    });
  });
  return app;
}
