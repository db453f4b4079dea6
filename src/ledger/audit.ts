import { sql } from 'kysely';
import type { Db, Trx } from '#platform';
import { type HouseAccount, houseAccounts } from './accounts.ts';
import { auditChecks, type Check } from './audit-checks.ts';

export interface Finding {
  check: string;
  detail: string;
}

export interface Audit {
  ok: boolean;
  findings: Finding[];
  /** The names of all checks that were made. */
  checks: string[];
  /** Balance of each account of the house, what people own together, and how much of that is held. */
  totals: Record<HouseAccount | 'people' | 'held', number>;
}

/**
 * Proves the books: every check looks at one and the same moment, however busy the database is.
 * Other rooms pass their own checks as `extra`.
 */
export async function audit(db: Db, extra: readonly Check[] = []): Promise<Audit> {
  const moment = db.transaction().setIsolationLevel('repeatable read');
  return moment.execute(async (trx) => {
    const checks = [...auditChecks, ...extra];
    const findings: Finding[] = [];
    for (const check of checks) {
      for (const detail of await check.find(trx)) findings.push({ check: check.name, detail });
    }
    const names = checks.map((check) => check.name);
    return { ok: findings.length === 0, findings, checks: names, totals: await sumAccounts(trx) };
  });
}

async function sumAccounts(trx: Trx): Promise<Audit['totals']> {
  const house = houseAccounts.map(
    (account) => sql`(
      SELECT coalesce(sum(CASE WHEN to_account = ${account} THEN amount ELSE -amount END), 0)::bigint
      FROM ledger_transfers WHERE phase = 'posted' AND ${account} IN (from_account, to_account)
    ) AS ${sql.id(account)}`,
  );
  const { rows } = await sql<Audit['totals']>`
    SELECT ${sql.join(house)}, coalesce(sum(balance), 0)::bigint AS people, coalesce(sum(held), 0)::bigint AS held
    FROM ledger_accounts`.execute(trx);
  const [totals] = rows;
  if (!totals) throw new Error('ledger: the sums of the accounts have no row');
  return totals;
}
