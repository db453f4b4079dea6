import { generationChecks } from '#generation';
import { type Audit, audit } from '#ledger';
import { paymentsAuditChecks } from '#payments';
import type { Db } from '#platform';

/** Every check of every room, at one moment. */
export function auditAll(db: Db): Promise<Audit> {
  return audit(db, [...paymentsAuditChecks, ...generationChecks]);
}
