import { type Generation, isFinal } from '#generation';
import { AppError, isAppError } from '#platform';
import type { Model } from '#registry';
import type { BotContext } from '../context.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';

type Slice = Pick<Services, 'generations'>;

/**
 * The same wish once more, at once and for the price on the button. Variations of a result have numbers, and a
 * number is free only when the one before has ended: two taps in a row are one order.
 */
export async function vary(
  ctx: BotContext,
  { generations }: Slice,
  forms: Forms,
  wish: { generation: Generation; model: Model; credits: number },
): Promise<void> {
  const { generation, model, credits } = wish;
  const input = withoutSeed(generation.input);
  const key = await freeKey(generations, generation.id);
  if (key === null) {
    ctx.toast(ctx.voice.plain('form-already-running'));
    return;
  }
  const intent = { key, personId: ctx.person.id, ...ctx.place, modelId: model.id, input };
  try {
    await generations.submit({ ...intent, quotedCredits: credits });
    ctx.toast(ctx.voice.plain('vary-started'));
  } catch (error) {
    if (isAppError(error, 'price-changed') || isAppError(error, 'balance-too-low'))
      await forms.open(ctx, { model, input });
    throw error;
  }
}

const MOST_VARIATIONS = 100;

async function freeKey(generations: Slice['generations'], id: string): Promise<string | null> {
  for (let number = 1; number <= MOST_VARIATIONS; number++) {
    const key = `vary:${id}:${number}`;
    const made = await generations.byKey(key);
    if (made === null) return key;
    if (!isFinal(made.state)) return null;
  }
  throw new AppError('too-many-open', `${id} has been varied ${MOST_VARIATIONS} times`, {
    values: { limit: MOST_VARIATIONS },
  });
}

/** The seed is what makes a result come out the same. */
function withoutSeed(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !/^seeds?$/.test(name)));
}
