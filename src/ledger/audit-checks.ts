import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform';

/** One thing that must be true of the books. */
export interface Check {
  name: string;
  /** Says what is wrong, one sentence per finding; nothing when all is well. */
  find(trx: Trx): Promise<string[]>;
}

/** A report stays readable when everything is wrong. */
const MOST_FINDINGS = 20;

/** Makes a check of a query whose rows, with a column `detail`, must not exist. */
export function sqlCheck(name: string, query: RawBuilder<{ detail: string }>): Check {
  return {
    name,
    find: async (trx) => {
      const limited = sql<{ detail: string }>`SELECT detail FROM (${query}) wrong LIMIT ${MOST_FINDINGS}`;
      const { rows } = await limited.execute(trx);
      return rows.map((row) => row.detail);
    },
  };
}

/** What a posted transfer changes for the person; what the house pays itself changes nothing. */
const posted = sql`
  SELECT person_id, CASE WHEN to_account LIKE 'person:%' THEN amount ELSE -amount END AS change
  FROM ledger_transfers
  WHERE phase = 'posted' AND (from_account LIKE 'person:%' OR to_account LIKE 'person:%')`;

/** Every account of the house, person by person left out: each posted transfer comes from one and goes to one. */
const house = sql`
  SELECT -amount AS change FROM ledger_transfers WHERE phase = 'posted' AND from_account NOT LIKE 'person:%'
  UNION ALL
  SELECT amount FROM ledger_transfers WHERE phase = 'posted' AND to_account NOT LIKE 'person:%'`;

const openHolds = sql`
  SELECT t.* FROM ledger_transfers t LEFT JOIN ledger_transfers s ON s.pending_id = t.id
  WHERE t.phase = 'pending' AND s.id IS NULL AND t.from_account LIKE 'person:%'`;

const guards = [
  'ledger_transfers_apply',
  'ledger_transfers_append_only',
  'ledger_transfers_no_truncate',
  'ledger_accounts_no_delete',
  'ledger_accounts_no_truncate',
  'ledger_accounts_moved_by_transfers',
  'ledger_accounts_open_empty',
];

/** What must be true of the ledger at any moment; see {@link sqlCheck} for adding to it. */
export const auditChecks: readonly Check[] = [
  sqlCheck(
    'accounts-sum-to-zero',
    sql`
      SELECT 'people own ' || people || ', the house owes ' || -house AS detail
      FROM (SELECT coalesce(sum(balance), 0) AS people FROM ledger_accounts) p,
           (SELECT coalesce(sum(change), 0) AS house FROM (${house}) moves) h
      WHERE people + house <> 0`,
  ),
  sqlCheck(
    'balance-is-sum-of-transfers',
    sql`
      SELECT 'person ' || a.person_id || ' has ' || balance || ', the transfers say ' || coalesce(total, 0) AS detail
      FROM ledger_accounts a
      LEFT JOIN (SELECT person_id, sum(change) AS total FROM (${posted}) moves GROUP BY person_id) t
        ON t.person_id = a.person_id
      WHERE balance <> coalesce(total, 0)`,
  ),
  sqlCheck(
    'held-is-sum-of-open-holds',
    sql`
      SELECT 'person ' || a.person_id || ' has ' || held || ' held, the open holds say ' || coalesce(total, 0) AS detail
      FROM ledger_accounts a
      LEFT JOIN (SELECT person_id, sum(amount) AS total FROM (${openHolds}) holds GROUP BY person_id) t
        ON t.person_id = a.person_id
      WHERE held <> coalesce(total, 0)`,
  ),
  sqlCheck(
    'nothing-below-zero',
    sql`
      SELECT 'person ' || person_id || ' has ' || balance || ' of which ' || held || ' held' AS detail
      FROM ledger_accounts WHERE held < 0 OR balance - held < 0`,
  ),
  sqlCheck(
    'settlements-fit-their-holds',
    sql`
      SELECT 'transfer ' || s.id || ' (' || s.key || ') does not fit hold ' || s.pending_id AS detail
      FROM ledger_transfers s LEFT JOIN ledger_transfers t ON t.id = s.pending_id
      WHERE s.pending_id IS NOT NULL AND (
        t.phase IS DISTINCT FROM 'pending'
        OR (s.key, s.person_id, s.from_account, s.to_account) IS DISTINCT FROM (t.key, t.person_id, t.from_account, t.to_account)
        OR s.amount > t.amount
        OR (s.phase = 'voided' AND (s.amount <> t.amount OR s.memo = '')))
      UNION ALL
      SELECT 'hold ' || pending_id || ' is settled ' || count(*) || ' times'
      FROM ledger_transfers WHERE pending_id IS NOT NULL GROUP BY pending_id HAVING count(*) > 1`,
  ),
  sqlCheck(
    'every-key-once',
    sql`
      SELECT 'key ' || key || ' names ' || count(*) || ' transfers' AS detail
      FROM ledger_transfers WHERE pending_id IS NULL GROUP BY key HAVING count(*) > 1`,
  ),
  sqlCheck(
    'guards-are-on',
    sql`
      SELECT 'trigger ' || name || ' is missing or switched off' AS detail
      FROM unnest(${sql.val(guards)}::text[]) AS name
      WHERE NOT EXISTS (
        SELECT FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgname = name AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid))`,
  ),
];
