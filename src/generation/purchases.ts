import type { Db, Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { type Recorded, record } from './record.ts';
import {
  attachTask,
  findPurchasedTask,
  listUncertain,
  type PurchasedTask,
  releasePurchase,
  retryPurchase,
  type UncertainPurchase,
} from './resolve-uncertain.ts';

/** What an operator can do about purchases that kie.ai never confirmed: the room of the operators calls it. */
export interface Purchases {
  /** Oldest first. */
  uncertain(): Promise<UncertainPurchase[]>;
  /** The task with this id, asked of kie.ai with our key, that may be what this purchase bought. */
  findTask(id: string, taskId: string): Promise<PurchasedTask>;
  attach(trx: Trx, id: string, task: PurchasedTask): Promise<void>;
  release(trx: Trx, id: string, reason: string): Promise<void>;
  retry(trx: Trx, id: string): Promise<void>;
  /** After {@link attach}. `running`: kie.ai still works on it; `ended`: it is being delivered, or its hold went back. */
  record(id: string): Promise<Recorded>;
}

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'registry' | 'config'>;

/** Errors as in `resolve-uncertain.ts`. */
export function createPurchases(slice: Slice): Purchases {
  return {
    uncertain: () => listUncertain(slice.database.db),
    findTask: (id, taskId) => findPurchasedTask(slice, id, taskId),
    attach: (trx, id, task) => attachTask(slice, trx, id, task),
    release: (trx, id, reason) => releasePurchase(slice, trx, id, reason),
    retry: (trx, id) => retryPurchase(slice, trx, id),
    record: (id) => record(slice, id),
  };
}

/** One of them with all that is known; undefined once it is resolved. */
export async function findUncertain(db: Db, id: string): Promise<UncertainPurchase | undefined> {
  return (await listUncertain(db)).find((purchase) => purchase.id === id);
}
