import { CompiledQuery, sql } from 'kysely';
import type { Database } from '#platform';

/** What PostgreSQL does for a statement. */
export interface Plan {
  /** `Index Scan using people_pkey on people`, from the outside in. */
  steps: string[];
  /** Large tables that are read from end to end. */
  readWhole: string[];
}

/** A table of more rows grows with what people do. */
const large = 5_000;

/** As the bot asks it: planned anew each time, with its values. */
export async function planOf({ db }: Database, statement: string, values: readonly unknown[]): Promise<Plan> {
  const query = CompiledQuery.raw(`explain (format json) ${statement}`, [...values]);
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(query);
  const nodes = nodesOf(rows[0]?.['QUERY PLAN'][0].Plan);
  return { steps: nodes.map(stepOf), readWhole: await largeOnes(db, nodes) };
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

function nodesOf(node: PlanNode | undefined): PlanNode[] {
  return node === undefined ? [] : [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function stepOf({ 'Node Type': type, 'Relation Name': table, 'Index Name': index }: PlanNode): string {
  return `${type}${index === undefined ? '' : ` using ${index}`}${table === undefined ? '' : ` on ${table}`}`;
}

async function largeOnes(db: Database['db'], nodes: readonly PlanNode[]): Promise<string[]> {
  const read = nodes.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [],
  );
  if (read.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select distinct relname::text as name from pg_class
    where relname::text = any(${read}) and reltuples > ${large}`.execute(db);
  return rows.map(({ name }) => name);
}
