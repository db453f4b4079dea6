import type { Medium } from '../models.ts';

export type FileKind = 'png' | 'jpg' | 'mp4' | 'mp3' | 'wav';

/** All that is needed to draw a result later. */
export interface Recipe {
  readonly medium: Medium;
  readonly file: FileKind;
  readonly modelId: string;
  readonly prompt: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** URLs of the pictures the result is made from. */
  readonly sources: readonly string[];
  /** A mask is drawn white on black, without text. */
  readonly mask?: boolean;
}

/** A picture in memory. */
export interface Picture {
  readonly bytes: Buffer;
  readonly mimeType: string;
}

export const CONTENT_TYPES: Readonly<Record<FileKind, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** A small seeded generator of numbers in [0, 1): the same seed draws the same picture. */
export function seeded(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 4294967296;
  };
}

/** A seed from a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
