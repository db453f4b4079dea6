import type { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { DeskContext, DeskEnv } from './context.ts';
import { type Cell, csvLine } from './csv.ts';

/** Rows of one file at most: what is more is asked for with filters. */
const mostRows = 100_000;

/** One round of rows, and where the next begins; null at the end. */
type Round = { rows: (readonly Cell[])[]; next: string | null };

/** Answers `kiegram-<name>.csv`, written out while its rounds are read. */
export function csvFile(
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

/** GET /csv/<name>: a table that is short enough to be read at once. */
export function csvList(
  app: Hono<DeskEnv>,
  name: string,
  head: readonly string[],
  read: (context: DeskContext) => Promise<(readonly Cell[])[]>,
): void {
  app.get(`/csv/${name}`, (context) =>
    csvFile(context, name, head, async () => ({ rows: await read(context), next: null })),
  );
}
