import type { FieldView } from '../../../src/http/miniapp/contract.ts';
import type { Form } from './use-form.ts';

export interface Proportions {
  width: number;
  height: number;
}

/** The proportions behind `16:9`, `portrait_4_3`, `square_hd` or `1024x1536`; null for `auto` and everything else. */
export function proportionsOf(value: unknown): Proportions | null {
  const text = String(value);
  if (/^square/.test(text)) return { width: 1, height: 1 };
  const [, long, short] = /^(?:landscape|portrait)_(\d+)_(\d+)$/.exec(text) ?? [];
  const [, across, down] = /^(\d+)[:x*](\d+)$/.exec(text) ?? [];
  const [one, other] = [Number(across ?? long), Number(down ?? short)];
  if (!(one > 0 && other > 0)) return null;
  // `portrait_4_3` and `portrait_16_9` stand upright, whichever number comes first.
  if (text.startsWith('portrait')) return { width: Math.min(one, other), height: Math.max(one, other) };
  return { width: one, height: other };
}

/** The field whose choices are shapes of the result, and its choice of now. */
export function shapeField({ view, input }: Form): { field: FieldView; chosen: unknown } | null {
  const field = view?.fields.find(
    ({ control, choices }) => control === 'choice' && choices.some(({ value }) => proportionsOf(value)),
  );
  return field ? { field, chosen: input[field.name] ?? field.default } : null;
}

/** `16:9` of any numbers in that relation; near enough for a name. */
export function nameOf({ width, height }: Proportions): string {
  if (Number.isInteger(width) && Math.max(width, height) <= 32) return `${width}:${height}`;
  const ratio = width / height;
  const usual = [
    '1:1',
    '5:4',
    '4:3',
    '3:2',
    '16:9',
    '21:9',
    '4:5',
    '3:4',
    '2:3',
    '9:16',
    '9:21',
    '1:2',
    '2:1',
  ];
  const near = usual.find((name) => {
    const [across = 1, down = 1] = name.split(':').map(Number);
    return Math.abs(across / down / ratio - 1) < 0.02;
  });
  return near ?? (ratio > 1 ? `${ratio.toFixed(2)}:1` : `1:${(1 / ratio).toFixed(2)}`);
}
