import type { Result, ResultMedia } from './types.ts';

/** The most that one Telegram album carries. */
const albumSize = 10;

export interface PlannedPart {
  items: ResultMedia[];
  text?: string;
}

/**
 * Divides a result into messages: pictures and clips together in albums of up to ten (never one alone at
 * the end), everything else one by one, texts and data last.
 */
export function partsOf(result: Result): PlannedPart[] {
  const main = result.media.filter((media) => media.role === undefined);
  const extra = result.media.filter((media) => media.role !== undefined);
  const visual = main.filter(isVisual);
  const single = [...main.filter((media) => !isVisual(media)), ...extra];
  const parts: PlannedPart[] = [...albums(visual), ...single.map((item) => ({ items: [item] }))];
  const words = result.text ?? (parts.length === 0 ? JSON.stringify(result.data, null, 2) : undefined);
  return words === undefined ? parts : [...parts, { items: [], text: words }];
}

function isVisual(media: ResultMedia): boolean {
  return media.kind === 'image' || media.kind === 'video';
}

function albums(items: ResultMedia[]): PlannedPart[] {
  const count = Math.ceil(items.length / albumSize);
  const size = Math.ceil(items.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
  }));
}
