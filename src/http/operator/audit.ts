import { Hono } from 'hono';
import type { DeskEnv } from './context.ts';
import type { Action, Page } from './contract.ts';
import { auditQuery, pageRows, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { wire } from './wire.ts';

/** The audit log: what operators did, wherever they did it. */
export function auditRoutes({ operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/audit', async (context) => {
    const { after, subject } = readQuery(context, auditQuery);
    const found = await operator.auditLog({
      limit: pageRows + 1,
      ...(after === undefined ? {} : { before: after }),
      ...(subject === undefined ? {} : { subject }),
    });
    const rows = found.slice(0, pageRows);
    const next = found.length > pageRows ? String(rows.at(-1)?.id ?? '') : null;
    return context.json(wire({ rows, next }) satisfies Page<Action>);
  });
  return app;
}
