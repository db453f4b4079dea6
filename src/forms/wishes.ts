import type { ModelType } from '#registry';

/** What most people come for, in this order. */
export const wishes = [
  'text_to_image',
  'image_edit',
  'text_to_video',
  'image_to_video',
  'text_to_audio',
  'upscale',
  'lip_sync',
  'image_to_image',
] as const satisfies ModelType[];

/** The most wished first; the others stay in their order. */
export function mostWishedFirst<Of extends { type: ModelType }>(types: readonly Of[]): Of[] {
  const order: readonly ModelType[] = wishes;
  const rank = ({ type }: Of) => (order.includes(type) ? order.indexOf(type) : order.length);
  return types.toSorted((one, other) => rank(one) - rank(other));
}
