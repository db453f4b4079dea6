import type { Command } from 'commander';
import { type PromoCode, promoCodes } from '#payments';
import { endOfDay, isDay } from '#people';
import { readEnv } from '#settings';
import { atTerminal, withDatabase, withOperator } from '../configured-database.ts';
import { UsageError } from '../errors.ts';
import { plainTable } from '../table.ts';

interface Terms {
  credits: string;
  uses?: string;
  until?: string;
}

/** `kiegram promo`: codes that people redeem with /promo. */
export function addPromo(program: Command): void {
  const promo = program.command('promo').description('promo codes: create, list, close');
  promo
    .command('create <code>')
    .description('once per person; letters, digits, _ and -, however they are typed')
    .requiredOption('--credits <count>', 'what each person gets')
    .option('--uses <count>', 'how often in all; without limit when left out')
    .option('--until <date>', 'last day in TIME_ZONE, e.g. 2026-12-31; without end when left out')
    .action(create);
  promo
    .command('list', { isDefault: true })
    .description('all of them, newest first')
    .option('--json', 'print JSON')
    .action(list);
  promo
    .command('close <code>')
    .description('nobody can redeem it from now on; what was given stays')
    .action(close);
}

async function create(code: string, { credits, uses, until }: Terms): Promise<void> {
  const promo = {
    code,
    credits: countOf('--credits', credits),
    ...(uses === undefined ? {} : { maxUses: countOf('--uses', uses) }),
    ...(until === undefined ? {} : { expiresAt: endOf(until) }),
  };
  const made = await withOperator((operator) =>
    operator.createPromo({ actor: atTerminal, reason: '', ...promo }),
  );
  console.log(tableOf([made]));
}

async function list({ json }: { json?: true }): Promise<void> {
  const all = await withDatabase(({ db }) => promoCodes(db));
  if (json) console.log(JSON.stringify(all, null, 2));
  else console.log(all.length === 0 ? 'There is no promo code.' : tableOf(all));
}

async function close(code: string): Promise<void> {
  const closed = await withOperator((operator) =>
    operator.closePromo({ actor: atTerminal, reason: '', code }),
  );
  console.log(`${closed.code} is closed; it was used ${closed.uses} times.`);
}

function tableOf(codes: readonly PromoCode[]): string {
  const rows = codes.map(({ code, credits, uses, maxUses, expiresAt }) => [
    code,
    String(credits),
    `${uses} of ${maxUses ?? 'any number'}`,
    expiresAt?.toISOString() ?? 'never',
  ]);
  return plainTable(['code', 'credits', 'used', 'ends'], rows);
}

function countOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text} is not a whole number from 1 on.`);
}

function endOf(day: string): Date {
  if (isDay(day)) return endOfDay(day, readEnv(process.env).TIME_ZONE);
  throw new UsageError(`--until ${day} is not a day like 2026-12-31.`);
}
