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
    .selectFrom('operator_actions')
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .select(['id', 'at', 'via', 'admin_id as adminId', 'code', 'subject', 'reason', 'details'])
    .execute();
  return rows.map((row) => ({ ...row, code: row.code as ActionCode }));
}
