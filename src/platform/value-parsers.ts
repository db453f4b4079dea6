import pg from 'pg';

/** PostgreSQL's own numbers for the types whose JavaScript value we decide. */
const oid = { bytea: 17, int8: 20, date: 1082, timestamp: 1114, interval: 1186, int8Array: 1016 };

const asText = (text: string): string => text;

/**
 * Reads an int8 as a number and refuses one a number cannot hold exactly.
 *
 * @throws RangeError beyond ±(2^53 − 1)
 */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript number`);
  return value;
}

function parseInt8Array(text: string): unknown {
  return numbersIn(pg.types.getTypeParser(oid.int8Array)(text));
}

function numbersIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbersIn);
  return typeof value === 'string' ? parseInt8(value) : value;
}

/** Parsers for PGlite: int8 → number; date, timestamp and interval → text; bytea → Buffer. */
export const pgliteParsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: parseInt8,
  [oid.date]: asText,
  [oid.timestamp]: asText,
  [oid.interval]: asText,
  [oid.bytea]: (text) => Buffer.from(text.slice(2), 'hex'),
};

const postgresParsers = new Map<number, (text: string) => unknown>([
  [oid.int8, parseInt8],
  [oid.int8Array, parseInt8Array],
  [oid.date, asText],
  [oid.timestamp, asText],
  [oid.interval, asText],
]);

/** The same values from `pg`; everything not named here keeps the driver's parser. */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    const parser = format === 'binary' ? undefined : postgresParsers.get(id);
    return parser ?? pg.types.getTypeParser(id, format);
  },
};
