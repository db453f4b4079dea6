import Table from 'cli-table3';
import type { Command } from 'commander';
import { type MoneyLine, type MoneyReport, moneyReport } from '#generation';
import { isDay } from '#people';
import { readEnv } from '#settings';
import { withDatabase } from '../configured-database.ts';
import { UsageError } from '../errors.ts';

interface ReportOptions {
  from: string;
  to: string;
  json?: true;
  csv?: true;
}

/** `kiegram report`: income against what kie.ai took, by model. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('income against what kie.ai took, by model; days in TIME_ZONE')
    .requiredOption('--from <date>', 'first day, e.g. 2026-11-01')
    .requiredOption('--to <date>', 'last day, included')
    .option('--json', 'print JSON')
    .option('--csv', 'print CSV')
    .action(report);
}

async function report({ from, to, json, csv }: ReportOptions): Promise<void> {
  const { TIME_ZONE: timeZone } = readEnv(process.env);
  const period = { from: dayOf('--from', from), to: dayOf('--to', to), timeZone };
  if (period.from > period.to) throw new UsageError(`--from ${from} is later than --to ${to}.`);
  const found = await withDatabase(({ db }) => moneyReport(db, period));
  if (json) console.log(JSON.stringify(found, null, 2));
  else console.log(csv ? csvOf(found) : tableOf(found));
}

function dayOf(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new UsageError(`${option} ${text} is not a day like 2026-11-01.`);
}

const columns = {
  delivered: (line) => line.delivered,
  failed: (line) => line.failed,
  'income (credits)': (line) => line.income,
  'given (credits)': (line) => line.given,
  'spending (kie credits)': (line) => line.spending,
  quoted: (line) => line.quoted,
  margin: (line) => line.margin,
  markup: (line) => line.markup ?? '',
  'spending unknown': (line) => line.spendingUnknown,
} satisfies Record<string, (line: MoneyLine) => number | string>;

function cellsOf(name: string, line: MoneyLine): (string | number)[] {
  return [name, ...Object.values(columns).map((read) => read(line))];
}

function rowsOf({ models, total }: MoneyReport): (string | number)[][] {
  return [...models.map((model) => cellsOf(model.modelId, model)), cellsOf('total', total)];
}

function tableOf(report: MoneyReport): string {
  const table = new Table({ head: ['model', ...Object.keys(columns)], style: { head: [] } });
  table.push(...rowsOf(report));
  return `${table.toString()}\n${report.from} to ${report.to}, ${report.timeZone}; margin counts a credit as a kie credit`;
}

/** Model ids hold neither commas nor quotes. */
function csvOf(report: MoneyReport): string {
  const head = ['model', ...Object.keys(columns)];
  return [head, ...rowsOf(report)].map((cells) => cells.join(',')).join('\n');
}
