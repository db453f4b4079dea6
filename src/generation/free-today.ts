import { freeUsesLeft, giveBackFreeUse, type Quota, reserveFreeUse } from '#people';
import { AppError, type Db, type Trx } from '#platform';
import type { Model } from '#registry';
import type { GenerationConfig } from './collaborators.ts';
import { holdKey } from './hold-key.ts';

/** What the operator gives away each day. */
export interface FreeDaily {
  /** Free generations per person and day, by what the model makes; a group that is missing has none. */
  perDay: Partial<Record<Model['delivers'], number>>;
  /** Dearer ones are never free, in credits. */
  maxCredits: number;
  /** IANA name: where the operator's day begins. */
  timeZone: string;
}

/** A person's free generations of a group, on one day. */
export interface FreeToday {
  left: number;
  perDay: number;
}

type Order = { personId: number; model: Model; credits: number; at: Date };
type Config = Pick<GenerationConfig, 'freeDaily'>;

/** What a person has left today for a generation of this model and price; null where it is never free. */
export async function freeToday(
  db: Db,
  { freeDaily }: Config,
  { personId, model, credits, at }: Order,
): Promise<FreeToday | null> {
  const quota = quotaFor(freeDaily, model, credits);
  return quota && { left: await freeUsesLeft(db, personId, quota, at), perDay: quota.perDay };
}

/** Pure: the quota that a generation counts against. */
function quotaFor({ perDay, maxCredits, timeZone }: FreeDaily, model: Model, credits: number): Quota | null {
  const count = perDay[model.delivers] ?? 0;
  return count > 0 && credits <= maxCredits ? { name: model.delivers, perDay: count, timeZone } : null;
}

/** Takes one of today's, in the transaction of the order. @throws AppError `free-used-up` when none is left */
export async function takeFree(
  trx: Trx,
  { freeDaily }: Config,
  { id, personId, model, credits, at }: Order & { id: string },
): Promise<void> {
  const quota = quotaFor(freeDaily, model, credits);
  const outcome = quota && (await reserveFreeUse(trx, { key: holdKey(id), personId, quota, at }));
  if (outcome === null || outcome === 'none-left')
    throw new AppError('free-used-up', `Person ${personId} has no free generation left`);
}

/** It came to nothing, so it does not count: back to the day it was taken from. */
export async function returnFree(trx: Trx, row: { id: string; free: boolean }, at: Date): Promise<void> {
  if (row.free) await giveBackFreeUse(trx, { key: holdKey(row.id), at });
}
