import { AC, DC, type HuffmanSpec, QUANTIZATION, ZIGZAG } from './jpeg-tables.ts';
import type { Raster } from './raster.ts';

/** A baseline JPEG (4:4:4) of a drawn picture, at about quality 85. */
export function encodeJpeg(raster: Raster): Buffer {
  const quantizers = QUANTIZATION.map((step) => Math.max(1, Math.round(step * 0.3)));
  const bits = new BitWriter();
  const previous = [0, 0, 0];
  for (let y = 0; y < raster.height; y += 8) {
    for (let x = 0; x < raster.width; x += 8) {
      for (const [i, block] of colorBlocks(raster, x, y).entries()) {
        previous[i] = writeBlock(bits, transform(block, quantizers), previous[i] ?? 0);
      }
    }
  }
  return Buffer.concat([header(raster, quantizers), bits.finish(), Buffer.from([0xff, 0xd9])]);
}

/** The 8×8 Y, Cb and Cr samples at (x, y); edges repeat the last pixel. */
function colorBlocks({ width, height, pixels }: Raster, x: number, y: number): Float64Array[] {
  const blocks = [new Float64Array(64), new Float64Array(64), new Float64Array(64)] as const;
  for (let i = 0; i < 64; i += 1) {
    const at = (Math.min(y + (i >> 3), height - 1) * width + Math.min(x + (i & 7), width - 1)) * 4;
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    blocks[0][i] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
    blocks[1][i] = -0.168736 * r - 0.331264 * g + 0.5 * b;
    blocks[2][i] = 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  return [...blocks];
}

/** COSINES[u * 8 + x]: the basis of the discrete cosine transform, scaled. */
const COSINES = Float64Array.from({ length: 64 }, (_, i) => {
  const u = i >> 3;
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * (i & 7) + 1) * u * Math.PI) / 16);
});

function along(samples: Float64Array, step: number, stride: number): Float64Array {
  const out = new Float64Array(64);
  for (let line = 0; line < 8; line += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let k = 0; k < 8; k += 1)
        sum += (samples[line * stride + k * step] ?? 0) * (COSINES[u * 8 + k] ?? 0);
      out[line * stride + u * step] = sum;
    }
  }
  return out;
}

/** Cosine transform and quantisation, in zigzag order. */
function transform(samples: Float64Array, quantizers: readonly number[]): number[] {
  const coefficients = along(along(samples, 1, 8), 8, 1);
  return ZIGZAG.map((at) => Math.round((coefficients[at] ?? 0) / (quantizers[at] ?? 1)));
}

/** Huffman code and length by symbol. */
function codesOf({ counts, symbols }: HuffmanSpec): Map<number, readonly [number, number]> {
  const codes = new Map<number, readonly [number, number]>();
  let code = 0;
  let next = 0;
  for (const [i, count] of counts.entries()) {
    for (let k = 0; k < count; k += 1) codes.set(symbols[next++] ?? 0, [code++, i + 1]);
    code *= 2;
  }
  return codes;
}

const DC_CODES = codesOf(DC);
const AC_CODES = codesOf(AC);

/** Writes one block and returns its DC value, from which the next one counts. */
function writeBlock(bits: BitWriter, block: readonly number[], previous: number): number {
  const dc = block[0] ?? 0;
  const difference = dc - previous;
  bits.symbol(DC_CODES, sizeOf(difference));
  bits.value(difference);
  let zeros = 0;
  for (const value of block.slice(1, 1 + block.slice(1).findLastIndex((each) => each !== 0) + 1)) {
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.symbol(AC_CODES, 0xf0);
    bits.symbol(AC_CODES, zeros * 16 + sizeOf(value));
    bits.value(value);
    zeros = 0;
  }
  if (block[63] === 0) bits.symbol(AC_CODES, 0);
  return dc;
}

function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

class BitWriter {
  readonly #bytes: number[] = [];
  #pending = 0;
  #count = 0;

  symbol(codes: ReadonlyMap<number, readonly [number, number]>, symbol: number): void {
    const [code, length] = codes.get(symbol) ?? [0, 0];
    this.#write(code, length);
  }

  value(value: number): void {
    const size = sizeOf(value);
    this.#write(value < 0 ? value + 2 ** size - 1 : value, size);
  }

  finish(): Buffer {
    this.#write(0x7f, 7);
    return Buffer.from(this.#bytes);
  }

  #write(bits: number, length: number): void {
    for (let i = length - 1; i >= 0; i -= 1) {
      this.#pending = this.#pending * 2 + ((bits >> i) & 1);
      this.#count += 1;
      if (this.#count === 8) this.#byte();
    }
  }

  #byte(): void {
    this.#bytes.push(this.#pending);
    if (this.#pending === 0xff) this.#bytes.push(0);
    this.#pending = 0;
    this.#count = 0;
  }
}

function segment(marker: number, payload: readonly number[]): Buffer {
  const length = payload.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...payload]);
}

function header({ width, height }: Raster, quantizers: readonly number[]): Buffer {
  const components = [1, 2, 3].flatMap((id) => [id, 0x11, 0]);
  const frame = [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3, ...components];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...ZIGZAG.map((at) => quantizers[at] ?? 1)]),
    segment(0xc0, frame),
    segment(0xc4, [0x00, ...DC.counts, ...DC.symbols]),
    segment(0xc4, [0x10, ...AC.counts, ...AC.symbols]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ]);
}
