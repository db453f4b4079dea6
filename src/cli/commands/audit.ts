import type { Command } from 'commander';
import pc from 'picocolors';
import { auditAll, type WholeAudit } from '#app';
import { withDatabase } from '../configured-database.ts';

/** `kiegram audit`: proves the books; ends with 1 when a check finds something. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('prove the books: every check over ledger, payments and generations')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: true }) => {
      const audit = await withDatabase(({ db }) => auditAll(db));
      console.log(json ? JSON.stringify(audit, null, 2) : auditLines(audit).join('\n'));
      if (!audit.ok) process.exitCode = 1;
    });
}

function auditLines({ checks, findings, totals, money }: WholeAudit): string[] {
  return [
    ...checks.flatMap((check) => {
      const found = findings.filter((finding) => finding.check === check);
      const mark = found.length === 0 ? pc.green('✓') : pc.red('✗');
      return [`${mark} ${check}`, ...found.map(({ detail }) => `    ${detail}`)];
    }),
    '',
    ...Object.entries(totals).map(([account, credits]) => `${account.padEnd(10)} ${credits}`),
    '',
    `income     ${money.income} credits of ${money.delivered} results, and ${money.given} given free`,
    `spending   ${money.spending} kie credits (quoted ${money.quoted}), unknown for ${money.spendingUnknown}`,
    findings.length === 0
      ? `${checks.length} checks, nothing wrong`
      : `${checks.length} checks, ${findings.length} findings`,
  ];
}
