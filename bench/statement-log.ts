/**
 * Loaded into a bot with `--import`: counts what it asks PostgreSQL and writes it to STATEMENT_LOG every second, as
 * JSON: `{ "<statement>": { "times": 3, "values": [7] } }`, the values being those of the last time.
 */
import { renameSync, writeFileSync } from 'node:fs';
import pg from 'pg';

const { STATEMENT_LOG: file = '' } = process.env;
const counts = new Map<string, { times: number; values: unknown }>();
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;

pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, beside] = args as [string | { text?: string; values?: unknown }, unknown];
  const { text, values = beside } = typeof asked === 'string' ? { text: asked } : asked;
  if (text !== undefined) {
    const times = (counts.get(text)?.times ?? 0) + 1;
    counts.set(text, { times, values: Array.isArray(values) ? values : [] });
  }
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

setInterval(() => {
  writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(counts), withoutBigInts));
  renameSync(`${file}.new`, file);
}, 1_000).unref();

function withoutBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
