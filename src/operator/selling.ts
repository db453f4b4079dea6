import { AppError } from '#platform';
import type { Registry } from '#registry';
import { act, type Done, type Ground } from './act.ts';
import type { Order } from './actor.ts';
import type { TermsInForce } from './terms.ts';

type Shop = Ground & { registry: Registry; terms: TermsInForce };

export interface ModelOrder extends Order {
  modelId: string;
}

/**
 * The model is not sold from now on, in no process after two seconds; what is in the line already is still made.
 *
 * @throws AppError `unknown-model`
 */
export async function switchOff(shop: Shop, order: ModelOrder): Promise<Done<object>> {
  const modelId = knownModel(shop, order);
  const deed = { ...order, code: 'model-switched-off', subject: `model:${modelId}` } as const;
  const done = await act(shop, deed, async (trx, at) => {
    await trx
      .insertInto('models_switched_off')
      .values({ model_id: modelId, since: at })
      .onConflict((conflict) => conflict.column('model_id').doNothing())
      .execute();
    return {};
  });
  await shop.terms.refresh();
  return done;
}

/** @throws AppError `unknown-model` */
export async function switchOn(shop: Shop, order: ModelOrder): Promise<Done<object>> {
  const modelId = knownModel(shop, order);
  const deed = { ...order, code: 'model-switched-on', subject: `model:${modelId}` } as const;
  const done = await act(shop, deed, async (trx) => {
    await trx.deleteFrom('models_switched_off').where('model_id', '=', modelId).execute();
    return {};
  });
  await shop.terms.refresh();
  return done;
}

/** As the settings allow it. */
const MARKUP = { min: 0.01, max: 1000 };

/**
 * Prices from now on, in credits per kie credit; null: the MARKUP of the settings again. What is confirmed keeps its
 * price.
 *
 * @throws AppError `markup-invalid`
 */
export async function setMarkup(
  shop: Shop,
  order: Order & { markup: number | null },
): Promise<Done<{ from: number; to: number | null }>> {
  const { markup } = order;
  if (markup !== null && !(markup >= MARKUP.min && markup <= MARKUP.max))
    throw new AppError('markup-invalid', `${markup} is no markup`, { values: MARKUP });
  const from = shop.terms.now().markup;
  const done = await act(shop, { ...order, code: 'markup-set', subject: 'markup' }, async (trx) => {
    await trx.deleteFrom('terms_of_sale').execute();
    if (markup !== null)
      await trx
        .insertInto('terms_of_sale')
        .values({ markup: String(markup) })
        .execute();
    return { from, to: markup };
  });
  await shop.terms.refresh();
  return done;
}

function knownModel({ registry }: Shop, { modelId }: ModelOrder): string {
  if (registry.get(modelId)) return modelId;
  throw new AppError('unknown-model', `No model is called ${modelId.slice(0, 100)}`, {
    values: { model: modelId.slice(0, 100) },
  });
}
