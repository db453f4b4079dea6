import type { SimModel, SimPrice } from './models.ts';

const USD_PER_CREDIT = 0.005;

/** The price rules as prose, in the manner of the live catalogue: `480p: 1.75 credits/second ($0.00875); …`. */
export function pricingText(model: SimModel): string {
  return model.prices.map(sentence).join('; ');
}

function sentence(rule: SimPrice): string {
  const conditions = Object.entries(rule.when ?? {}).map(([name, value]) => words(name, value));
  const dollars = Number((rule.credits * USD_PER_CREDIT).toFixed(6));
  const price = `${rule.credits} credits/${rule.unit} ($${dollars})`;
  const plus = rule.adds ? 'plus ' : '';
  return conditions.length > 0 ? `${conditions.join(' ')}: ${plus}${price}` : `${plus}${price}`;
}

function words(name: string, value: string | number | boolean): string {
  const plain = name.replace(/^\$/, '');
  if (typeof value === 'boolean') return `${value ? 'with' : 'without'} ${plain}`;
  return typeof value === 'number' ? `${plain} ${value}` : value;
}
