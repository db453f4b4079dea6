import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** A drawn picture: RGBA bytes row by row, and the same as a PNG. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  png(): Buffer;
}

const bytesOf = (specifier: string) => readFileSync(new URL(import.meta.resolve(specifier)));

let ready: Promise<Uint8Array[]> | undefined;

/** Starts the renderer once per process and reads DejaVu Sans (Latin, Cyrillic, Greek, Arabic, …). */
async function fonts(): Promise<Uint8Array[]> {
  await initWasm(bytesOf('@resvg/resvg-wasm/index_bg.wasm'));
  return ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => bytesOf(`dejavu-fonts-ttf/ttf/${file}`));
}

/** Draws an SVG in its own size. */
export async function rasterize(svg: string): Promise<Raster> {
  ready ??= fonts();
  const renderer = new Resvg(svg, { font: { fontBuffers: await ready, defaultFontFamily: 'DejaVu Sans' } });
  const image = renderer.render();
  try {
    const png = Buffer.from(image.asPng());
    return { width: image.width, height: image.height, pixels: image.pixels.slice(), png: () => png };
  } finally {
    image.free();
    renderer.free();
  }
}
