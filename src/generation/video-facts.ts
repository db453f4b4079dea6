/** What a player must know before it has loaded the clip. */
export interface VideoFacts {
  width: number;
  height: number;
  durationSeconds: number;
}

const CONTAINERS = new Set(['moov', 'trak']);

/**
 * Frame size and length out of an MP4's header boxes (ISO 14496-12: `mvhd`, `tkhd`); undefined for
 * anything else. Without them Telegram shows a square of unknown length.
 */
export function videoFacts(bytes: Uint8Array): VideoFacts | undefined {
  const { width, height, durationSeconds } = readMovie(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  return width && height && durationSeconds ? { width, height, durationSeconds } : undefined;
}

/** The length of an MP4 with or without pictures. */
export function movieSeconds(view: DataView): number | undefined {
  return readMovie(view).durationSeconds;
}

function readMovie(view: DataView): Partial<VideoFacts> {
  const found: Partial<VideoFacts> = {};
  try {
    readBoxes(view, 0, view.byteLength, found);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
  return found;
}

function readBoxes(view: DataView, from: number, to: number, found: Partial<VideoFacts>): void {
  for (let at = from; at + 8 <= to; ) {
    const { size, header } = boxSize(view, at, to);
    const type = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at + 4, 4));
    if (size < header) return;
    if (CONTAINERS.has(type)) readBoxes(view, at + header, Math.min(to, at + size), found);
    if (type === 'mvhd') found.durationSeconds = headerSeconds(view, at + header);
    if (type === 'tkhd') readTrackSize(view, at + header, found);
    at += size;
  }
}

function boxSize(view: DataView, at: number, to: number): { size: number; header: number } {
  const size = view.getUint32(at);
  if (size === 1) return { size: Number(view.getBigUint64(at + 8)), header: 16 };
  return { size: size === 0 ? to - at : size, header: 8 };
}

function headerSeconds(view: DataView, at: number): number {
  const isLong = view.getUint8(at) === 1;
  const scale = view.getUint32(at + (isLong ? 20 : 12));
  const length = isLong ? Number(view.getBigUint64(at + 24)) : view.getUint32(at + 16);
  return scale === 0 ? 0 : length / scale;
}

/** Sound tracks have no size. */
function readTrackSize(view: DataView, at: number, found: Partial<VideoFacts>): void {
  const sizeAt = at + (view.getUint8(at) === 1 ? 88 : 76);
  const width = view.getUint32(sizeAt) >>> 16;
  const height = view.getUint32(sizeAt + 4) >>> 16;
  if (width > 0 && height > 0) Object.assign(found, { width, height });
}
