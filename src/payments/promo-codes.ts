import { topUp } from '#ledger';
import { AppError, assertTransaction, type Db, type Trx } from '#platform';
import type { PaymentsErrorCode } from './errors.ts';

export interface PromoCode {
  /** Upper case, as {@link redeemPromoCode} looks it up however it was typed. */
  code: string;
  credits: number;
  /** How often in all; null without limit. */
  maxUses: number | null;
  uses: number;
  expiresAt: Date | null;
}

/** What a code may be made of, so that it can be typed and told. */
const pattern = /^[A-Z0-9_-]{3,32}$/;

/** @throws AppError `promo-invalid` (the code, or numbers below 1), `promo-exists` */
export async function createPromoCode(
  trx: Trx,
  promo: { code: string; credits: number; maxUses?: number; expiresAt?: Date; at: Date },
): Promise<PromoCode> {
  assertTransaction(trx);
  const code = normal(promo.code);
  const numbers = [promo.credits, promo.maxUses ?? 1];
  if (!pattern.test(code) || !numbers.every((number) => Number.isSafeInteger(number) && number > 0))
    throw refused('promo-invalid', code);
  const values = {
    code,
    credits: promo.credits,
    max_uses: promo.maxUses ?? null,
    expires_at: promo.expiresAt ?? null,
  };
  const row = await trx
    .insertInto('promo_codes')
    .values({ ...values, created_at: promo.at })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['code', 'credits', 'max_uses as maxUses', 'uses', 'expires_at as expiresAt'])
    .executeTakeFirst();
  if (!row) throw refused('promo-exists', code);
  return row;
}

/** Nobody can redeem it from now on; what was given stays. @throws AppError `promo-unknown` */
export async function closePromoCode(trx: Trx, promo: { code: string; at: Date }): Promise<PromoCode> {
  assertTransaction(trx);
  const code = normal(promo.code);
  const row = await trx
    .updateTable('promo_codes')
    .set((old) => ({
      expires_at: old.fn<Date>('least', ['expires_at', old.val(promo.at)]),
    }))
    .where('code', '=', code)
    .returning(['code', 'credits', 'max_uses as maxUses', 'uses', 'expires_at as expiresAt'])
    .executeTakeFirst();
  if (!row) throw refused('promo-unknown', code);
  return row;
}

/** All promo codes, newest first. */
export async function promoCodes(db: Db): Promise<PromoCode[]> {
  return db
    .selectFrom('promo_codes')
    .orderBy('created_at', 'desc')
    .select(['code', 'credits', 'max_uses as maxUses', 'uses', 'expires_at as expiresAt'])
    .execute();
}

/**
 * Gives the credits of a promo code, once per person and never beyond its limit: the code's row is
 * held until the transaction ends.
 *
 * @throws AppError `promo-unknown`, `promo-already-used`, `promo-expired`, `promo-used-up`
 */
export async function redeemPromoCode(
  trx: Trx,
  request: { personId: number; code: string; at: Date },
): Promise<{ credits: number }> {
  assertTransaction(trx);
  const { personId, at } = request;
  const code = normal(request.code);
  const promo = await trx
    .selectFrom('promo_codes')
    .where('code', '=', code)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!promo) throw refused('promo-unknown', code);
  if (await hasUsed(trx, code, personId)) throw refused('promo-already-used', code);
  if (promo.expires_at && promo.expires_at <= at) throw refused('promo-expired', code);
  if (promo.max_uses !== null && promo.uses >= promo.max_uses) throw refused('promo-used-up', code);
  await trx
    .updateTable('promo_codes')
    .set({ uses: promo.uses + 1 })
    .where('code', '=', code)
    .execute();
  await trx.insertInto('promo_uses').values({ code, person_id: personId, at }).execute();
  const key = `promo:${code}:${personId}`;
  await topUp(trx, { key, personId, amount: promo.credits, source: 'promo', memo: code, at });
  return { credits: promo.credits };
}

async function hasUsed(trx: Trx, code: string, personId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('promo_uses')
    .where('code', '=', code)
    .where('person_id', '=', personId)
    .select('code')
    .executeTakeFirst();
  return row !== undefined;
}

function normal(code: string): string {
  return code.trim().toUpperCase();
}

function refused(reason: PaymentsErrorCode, code: string): AppError<PaymentsErrorCode> {
  return new AppError(reason, `Promo code ${code}: ${reason}`, { values: { promo: code } });
}
