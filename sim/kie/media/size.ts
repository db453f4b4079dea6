import { effective, type Input, type SimModel } from '../models.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pictures are drawn at most this wide or high, whatever the resolution asked for. */
const LONGEST_PICTURE = 1024;
const LONGEST_CLIP = 320;

const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  square: [1, 1],
  square_hd: [1, 1],
  portrait_4_3: [3, 4],
  portrait_3_2: [2, 3],
  portrait_16_9: [9, 16],
  landscape_4_3: [4, 3],
  landscape_3_2: [3, 2],
  landscape_16_9: [16, 9],
  landscape_21_9: [21, 9],
  portrait: [9, 16],
  landscape: [16, 9],
};

const SIZE_FIELDS = ['aspect_ratio', 'image_size', 'ratio', 'size', 'aspectRatio'];

/** The proportions an input asks for in one of the size fields, sent before default; else the usual ones. */
function proportions(
  model: SimModel,
  input: Input,
  usual: readonly [number, number],
): readonly [number, number] {
  const sent = SIZE_FIELDS.map((name) => input[name]);
  const defaults = SIZE_FIELDS.map((name) => effective(model, {}, name));
  for (const value of [...sent, ...defaults].map(String)) {
    const ratio = /^(\d+):(\d+)$/.exec(value);
    if (ratio) return [Number(ratio[1]), Number(ratio[2])];
    if (NAMED[value]) return NAMED[value];
  }
  return usual;
}

function fit([across, down]: readonly [number, number], longest: number): Size {
  const scale = longest / Math.max(across, down);
  const even = (length: number) => Math.max(64, 2 * Math.round((length * scale) / 2));
  return { width: even(across), height: even(down) };
}

/** The size of a picture; a small tier (1K or less) is drawn smaller. */
export function pictureSize(model: SimModel, input: Input): Size {
  const tier = String(effective(model, input, 'resolution') ?? '');
  return fit(proportions(model, input, [1, 1]), /^(2|4)k$/i.test(tier) ? LONGEST_PICTURE : 768);
}

/** The size of a clip: even numbers, as H.264 wants. */
export function clipSize(model: SimModel, input: Input): Size {
  return fit(proportions(model, input, [16, 9]), LONGEST_CLIP);
}

/** The same proportions, no side longer than this. */
export function within<Of extends Size>(sized: Of, longest: number): Of {
  const { width, height } = sized;
  return Math.max(width, height) <= longest ? sized : { ...sized, ...fit([width, height], longest) };
}
