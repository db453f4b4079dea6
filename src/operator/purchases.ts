import type { Purchases } from '#generation';
import { checkpoint } from '#platform';
import { act, type Done, type Ground } from './act.ts';
import type { Order } from './actor.ts';

type Desk = Ground & { purchases: Purchases };

/** About a purchase that kie.ai never confirmed. */
export interface PurchaseOrder extends Order {
  generationId: string;
}

/**
 * The purchase is this task of kie.ai.
 *
 * @returns `running`: kie.ai still works on it · `ended`: it is being delivered, or its hold went back
 * @throws AppError `not-uncertain`, `task-belongs-elsewhere`, `task-not-readable`
 */
export async function attach(
  desk: Desk,
  order: PurchaseOrder & { taskId: string },
): ReturnType<Purchases['record']> {
  const { generationId, taskId } = order;
  const task = await desk.purchases.findTask(generationId, taskId);
  const deed = { ...order, code: 'purchase-attached', subject: `generation:${generationId}` } as const;
  await act(desk, deed, async (trx) => {
    await desk.purchases.attach(trx, generationId, task);
    return { taskId };
  });
  return desk.purchases.record(generationId);
}

/** Nothing was bought: the person has the credits back. @throws AppError `not-uncertain` */
export async function release(desk: Desk, order: PurchaseOrder): Promise<Done<object>> {
  const { generationId, reason } = order;
  const deed = { ...order, code: 'purchase-released', subject: `generation:${generationId}` } as const;
  const done = await act(desk, deed, async (trx) => {
    await desk.purchases.release(trx, generationId, reason);
    return {};
  });
  checkpoint('uncertain:released');
  return done;
}

/** Into the line once more; it may be bought twice at kie.ai. @throws AppError `not-uncertain` */
export async function retry(desk: Desk, order: PurchaseOrder): Promise<Done<object>> {
  const { generationId } = order;
  const deed = { ...order, code: 'purchase-retried', subject: `generation:${generationId}` } as const;
  const done = await act(desk, deed, async (trx) => {
    await desk.purchases.retry(trx, generationId);
    return {};
  });
  checkpoint('uncertain:queued');
  return done;
}
