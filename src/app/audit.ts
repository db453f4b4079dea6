import { generationChecks, type MoneyLine, moneyReport } from '#generation';
import { type Audit, audit } from '#ledger';
import { paymentsAuditChecks } from '#payments';
import type { Db } from '#platform';

/** The proof, and what people paid against what kie.ai took, of all time. */
export interface WholeAudit extends Audit {
  money: MoneyLine;
}

/** Every check of every room, at one moment. */
export async function auditAll(db: Db): Promise<WholeAudit> {
  const proof = await audit(db, [...paymentsAuditChecks, ...generationChecks]);
  const { total } = await moneyReport(db, { from: '2000-01-01', to: '9999-01-01', timeZone: 'UTC' });
  return { ...proof, money: total };
}
