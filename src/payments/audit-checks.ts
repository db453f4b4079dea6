import { sql } from 'kysely';
import { type Check, sqlCheck } from '#ledger';

/** What must be true between payments and ledger; pass it to the ledger's `audit`. */
export const paymentsAuditChecks: readonly Check[] = [
  sqlCheck(
    'stars-top-ups-are-payments',
    sql`
      SELECT 'top-up ' || t.key || ' of ' || t.amount || ' has no payment of that many credits' AS detail
      FROM ledger_transfers t
      LEFT JOIN payments p ON 'stars:' || p.charge_id = t.key
        AND p.credits = t.amount AND p.payer_id = t.person_id
      WHERE t.kind = 'stars' AND p.charge_id IS NULL`,
  ),
  sqlCheck(
    'payments-are-credited',
    sql`
      SELECT 'payment ' || p.charge_id || ' is ' || state || ' but its ' || credits || ' credits never came' AS detail
      FROM payments p LEFT JOIN ledger_transfers t ON t.key = 'stars:' || p.charge_id AND t.pending_id IS NULL
      WHERE p.credits > 0 AND t.id IS NULL`,
  ),
  sqlCheck(
    'refunds-took-credits-back',
    sql`
      SELECT 'refund of ' || p.charge_id || ' says ' || withdrawn || ' credits, the ledger ' || coalesce(t.amount, 0) AS detail
      FROM payments p
      LEFT JOIN ledger_transfers t
        ON t.key = 'refund:' || p.charge_id || ':' || p.refund_attempts AND t.pending_id IS NULL
      WHERE p.state IN ('refunding', 'refunded') AND withdrawn <> coalesce(t.amount, 0)`,
  ),
  sqlCheck(
    'gifts-have-an-occasion',
    sql`
      SELECT 'top-up ' || t.key || ' of ' || t.amount || ' credits has no occasion' AS detail
      FROM ledger_transfers t
      LEFT JOIN referrals r ON r.rewarded_at IS NOT NULL AND (
        (t.key = 'referral:' || r.person_id || ':invited' AND t.person_id = r.person_id)
        OR (t.key = 'referral:' || r.person_id || ':inviter' AND t.person_id = r.invited_by))
      WHERE (t.kind = 'referral' AND r.person_id IS NULL) OR (t.kind = 'start' AND t.key <> 'start:' || t.person_id)`,
  ),
  sqlCheck(
    'promo-uses-are-top-ups',
    sql`
      SELECT 'promo code ' || c.code || ' counts ' || c.uses || ' uses, ' || count(u.code) || ' people, '
        || count(t.id) || ' top-ups' AS detail
      FROM promo_codes c
      LEFT JOIN promo_uses u ON u.code = c.code
      LEFT JOIN ledger_transfers t ON t.key = 'promo:' || u.code || ':' || u.person_id AND t.pending_id IS NULL
      GROUP BY c.code, c.uses
      HAVING c.uses <> count(u.code) OR c.uses <> count(t.id)`,
  ),
];
