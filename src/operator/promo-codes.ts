import { closePromoCode, createPromoCode, type PromoCode } from '#payments';
import { act, type Ground } from './act.ts';
import type { Order } from './actor.ts';

export interface PromoOrder extends Order {
  code: string;
  /** What each person gets. */
  credits: number;
  /** How often in all; left out without limit. */
  maxUses?: number;
  /** Left out without end. */
  expiresAt?: Date;
}

/** @throws AppError `promo-invalid`, `promo-exists` */
export async function createPromo(ground: Ground, { code, ...order }: PromoOrder): Promise<PromoCode> {
  const { credits, maxUses, expiresAt } = order;
  const limits = { ...(maxUses ? { maxUses } : {}), ...(expiresAt ? { expiresAt } : {}) };
  const { details } = await act(
    ground,
    { ...order, code: 'promo-created', subject: subjectOf(code) },
    async (trx, at) => plain(await createPromoCode(trx, { code, credits, ...limits, at })),
  );
  return promoOf(details);
}

/** Nobody can redeem it from now on; what was given stays. @throws AppError `promo-unknown` */
export async function closePromo(
  ground: Ground,
  { code, ...order }: Order & { code: string },
): Promise<PromoCode> {
  const { details } = await act(
    ground,
    { ...order, code: 'promo-closed', subject: subjectOf(code) },
    async (trx, at) => plain(await closePromoCode(trx, { code, at })),
  );
  return promoOf(details);
}

function subjectOf(code: string): string {
  return `promo:${code.trim().toUpperCase()}`;
}

type Details = Omit<PromoCode, 'expiresAt'> & { expiresAt: string | null };

function plain(promo: PromoCode): Details {
  return { ...promo, expiresAt: promo.expiresAt?.toISOString() ?? null };
}

function promoOf(details: Details): PromoCode {
  return { ...details, expiresAt: details.expiresAt === null ? null : new Date(details.expiresAt) };
}
