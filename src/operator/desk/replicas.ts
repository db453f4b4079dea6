import type { ColumnType } from 'kysely';
import type { Db } from '#platform';

/** How a service has answered lately. */
export interface ServiceCalls {
  /** Calls that got a good answer in the last five minutes. */
  answered: number;
  /** Those that were refused or got no answer, by code; `none`: no answer. */
  failed: Record<string, number>;
}

/** A process of the product. */
export interface Replica {
  id: string;
  role: string;
  host: string;
  pid: number;
  /** As /readyz says it, e.g. `leader`, `standby`. */
  state: string;
  /** Whether it speaks for the bot. */
  leads: boolean;
  calls: { telegram: ServiceCalls; kie: ServiceCalls };
  startedAt: Date;
  seenAt: Date;
}

interface ReplicasTable {
  id: string;
  role: string;
  host: string;
  pid: number;
  state: string;
  leads: boolean;
  calls: ColumnType<Replica['calls'], string, string>;
  started_at: Date;
  seen_at: Date;
}

declare global {
  interface Tables {
    replicas: ReplicasTable;
  }
}

/** How often a process says that it lives. */
export const heartbeatMs = 10_000;
/** Three heartbeats missed: it is gone. */
const goneMs = 3 * heartbeatMs;
const forgottenMs = 60 * 60_000;

/** Says that this process lives, and forgets those that have long been gone. */
export async function noteReplica(db: Db, replica: Replica): Promise<void> {
  const { id, role, host, pid, startedAt, seenAt, state, leads } = replica;
  const now = { state, leads, calls: JSON.stringify(replica.calls), seen_at: seenAt };
  await db
    .insertInto('replicas')
    .values({ id, role, host, pid, started_at: startedAt, ...now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(now))
    .execute();
  await db
    .deleteFrom('replicas')
    .where('seen_at', '<', new Date(seenAt.getTime() - forgottenMs))
    .execute();
}

export async function forgetReplica(db: Db, id: string): Promise<void> {
  await db.deleteFrom('replicas').where('id', '=', id).execute();
}

/** Those that live, the oldest first. */
export async function livingReplicas(db: Db, now: Date): Promise<Replica[]> {
  const rows = await db
    .selectFrom('replicas')
    .selectAll()
    .where('seen_at', '>', new Date(now.getTime() - goneMs))
    .orderBy('started_at')
    .execute();
  return rows.map(({ started_at: startedAt, seen_at: seenAt, ...rest }) => ({ ...rest, startedAt, seenAt }));
}
