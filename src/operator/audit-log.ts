import type { Db } from '#platform';
import type { ActionCode } from './act.ts';
import type { Actor } from './actor.ts';

/** One line of the audit log. */
export interface Action {
  /** The page's `before`. */
  id: number;
  at: Date;
  via: Actor['via'];
  /** Null at the terminal. */
  adminId: number | null;
  /** Null at the terminal, and for who has never written to the bot. */
  adminName: string | null;
  code: ActionCode;
  /** What it was done to, e.g. `person:42`. */
  subject: string;
  reason: string;
  details: Record<string, unknown>;
}

/** Newest first; of one subject, or of everything. */
export async function auditLog(
  db: Db,
  { limit, before, subject }: { limit: number; before?: number; subject?: string },
): Promise<Action[]> {
  const rows = await db
    .selectFrom('operator_actions as it')
    .leftJoin('people', 'people.id', 'it.admin_id')
    .$if(before !== undefined, (query) => query.where('it.id', '<', before ?? 0))
    .$if(subject !== undefined, (query) => query.where('it.subject', '=', subject ?? ''))
    .orderBy('it.id', 'desc')
    .limit(limit)
    .select(['it.id', 'it.at', 'it.via', 'it.admin_id as adminId', 'it.code', 'it.subject', 'it.reason'])
    .select(['it.details', 'people.first_name as adminName'])
    .execute();
  return rows.map((row) => ({ ...row, code: row.code as ActionCode }));
}
