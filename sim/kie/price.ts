import { effective, type Input, isFilled, type Scalar, type SimModel, type SimPrice } from './models.ts';
import { type Measures, quantity } from './quantity.ts';

/** What the price may depend on beyond the input itself. */
export interface PriceContext extends Measures {
  /** The input of an earlier task of this account, if it exists. */
  earlierInput(taskId: string): Input | undefined;
}

/**
 * kie credits of one task, by the simulator's own reading of the price rules (facts: prices):
 * the first rule that fits, plus every surcharge; rules of different token units apply together.
 * Nothing fits: the dearest rule.
 */
export function priceOf(model: SimModel, input: Input, context: PriceContext): number {
  const base = model.prices.filter((rule) => !rule.adds);
  const fitting = base.filter((rule) => fits(rule, model, input, context));
  const chosen = byTokens(fitting) ? fitting : [fitting[0] ?? dearest(base)];
  const surcharges = model.prices.filter((rule) => rule.adds && fits(rule, model, input, context));
  const sum = [...chosen, ...surcharges].reduce(
    (all, rule) => (rule ? all + rule.credits * units(rule, model, input, context) : all),
    0,
  );
  return Math.round(sum * 10_000) / 10_000;
}

function units(rule: SimPrice, model: SimModel, input: Input, context: PriceContext): number {
  return Math.max(0, quantity(rule.unit, model, input, context) - (rule.freeFirst ?? 0));
}

function byTokens(rules: readonly SimPrice[]): boolean {
  return rules.length > 1 && rules.every((rule) => rule.unit.endsWith('_tokens') && !rule.when);
}

function dearest(rules: readonly SimPrice[]): SimPrice | undefined {
  return [...rules].sort((a, b) => b.credits - a.credits)[0];
}

function fits(rule: SimPrice, model: SimModel, input: Input, context: PriceContext): boolean {
  return Object.entries(rule.when ?? {}).every(([name, wanted]) => {
    if (name.startsWith('$')) return condition(name, wanted, model, input, context);
    const value = effective(model, input, name);
    return (
      String(value ?? false) === String(wanted) || (value === undefined && isFirstChoice(model, name, wanted))
    );
  });
}

/** An optional field without a default counts as its first documented option. */
function isFirstChoice(model: SimModel, name: string, wanted: Scalar): boolean {
  return model.input[name]?.enum?.[0] === wanted;
}

function condition(
  name: string,
  wanted: Scalar,
  model: SimModel,
  input: Input,
  context: PriceContext,
): boolean {
  switch (name) {
    case '$hasVideoInput':
      return hasVideoInput(model, input) === wanted;
    case '$tier':
      return wanted === tierOf(model);
    case '$output':
      return (input.upscale_factor === '4') === (wanted === '4K');
    case '$sourceResolution':
    case '$from':
      return wanted === sourceResolution(input, context);
    default:
      return false;
  }
}

/** @NOTE No field names the tier; the old endpoints' defaults are fast (Veo) and pro (Flux). */
function tierOf(model: SimModel): Scalar | undefined {
  const tiers = model.prices.map((rule) => rule.when?.$tier);
  return ['fast', 'pro'].find((tier) => tiers.includes(tier));
}

function sourceResolution(input: Input, context: PriceContext): unknown {
  const earlier = typeof input.task_id === 'string' ? context.earlierInput(input.task_id) : undefined;
  if (earlier?.resolution) return earlier.resolution;
  return input.resolution === '720p' ? '360p' : '480p';
}

/** True when any field that takes a clip is filled. */
export function hasVideoInput(model: SimModel, input: Input): boolean {
  return Object.entries(model.input).some(([name, field]) => {
    const takesVideo = field.media === 'video' || field.items?.properties?.url?.media === 'video';
    return takesVideo && isFilled(input[name]);
  });
}
