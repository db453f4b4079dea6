import type { Db } from '#platform';
import type { Collaborators } from './collaborators.ts';
import type { Recorded } from './record.ts';
import {
  attachTask,
  listUncertain,
  releasePurchase,
  retryPurchase,
  type UncertainPurchase,
} from './resolve-uncertain.ts';

/** What an operator can do about purchases that kie.ai never confirmed: the same in the terminal and in the chat. */
export interface Purchases {
  /** Oldest first. */
  uncertain(): Promise<UncertainPurchase[]>;
  /** `running`: kie.ai still works on it; `ended`: it is being delivered, or its hold went back. */
  attach(id: string, taskId: string): Promise<Recorded>;
  release(id: string, reason: string): Promise<void>;
  retry(id: string): Promise<void>;
}

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'registry' | 'config'>;

/** Errors as in `resolve-uncertain.ts`. */
export function createPurchases(slice: Slice): Purchases {
  return {
    uncertain: () => listUncertain(slice.database.db),
    attach: (id, taskId) => attachTask(slice, id, taskId),
    release: (id, reason) => releasePurchase(slice, id, reason),
    retry: (id) => retryPurchase(slice, id),
  };
}

/** One of them with all that is known; undefined once it is resolved. */
export async function findUncertain(db: Db, id: string): Promise<UncertainPurchase | undefined> {
  return (await listUncertain(db)).find((purchase) => purchase.id === id);
}
