import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { DeskContext, DeskEnv } from './context.ts';
import { type Cell, csvLine } from './csv.ts';
import { auditQuery, generationsQuery, paymentsQuery, peopleQuery, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';

/** Rows of one file at most: what is more is asked for with filters. */
const mostRows = 100_000;
const rowsAtOnce = 500;

/** One round of rows, and where the next begins. */
type Round = { rows: (readonly Cell[])[]; next: string | null };

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
    return csv(context, 'people', head, async (after) => {
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
    return csv(context, 'generations', head, async (after) => {
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
    return csv(context, 'payments', head, async (after) => {
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
    return csv(context, 'audit', head, async (after) => {
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

function csv(
  context: DeskContext,
  name: string,
  head: readonly string[],
  read: (after: string | undefined) => Promise<Round>,
): Response {
  context.header('content-type', 'text/csv; charset=utf-8');
  context.header('content-disposition', `attachment; filename="kiegram-${name}.csv"`);
  return stream(context, async (out) => {
    await out.write(csvLine(head));
    let written = 0;
    for (let after: string | undefined; written < mostRows && !out.aborted; ) {
      const { rows, next } = await read(after);
      await out.write(rows.map(csvLine).join(''));
      written += rows.length;
      if (next === null) return;
      after = next;
    }
  });
}
