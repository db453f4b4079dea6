import { movieSeconds } from './video-facts.ts';

/** Length of a WAV, MP3, FLAC, Ogg or MP4 sound in seconds, read from its bytes; null when it does not say. */
export function audioSeconds(bytes: Uint8Array, mime: string): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const seconds = readerOf(mime)?.(view) ?? 0;
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readerOf(mime: string): ((view: DataView) => number | undefined) | undefined {
  if (/wav/.test(mime)) return wavSeconds;
  if (/mpeg/.test(mime)) return mp3Seconds;
  if (/flac/.test(mime)) return flacSeconds;
  if (/ogg|opus/.test(mime)) return oggSeconds;
  return /mp4|m4a|aac/.test(mime) ? movieSeconds : undefined;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

/** Bytes of the data chunk over bytes per second (RIFF). */
function wavSeconds(view: DataView): number | undefined {
  let perSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    if (tag(view, at) === 'fmt ') perSecond = view.getUint32(at + 16, true);
    if (tag(view, at) === 'data') return Math.min(size, view.byteLength - at - 8) / perSecond;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** STREAMINFO: 20 bits of sample rate, 36 bits of samples (RFC 9639, 8.2). */
function flacSeconds(view: DataView): number {
  const rate = view.getUint32(18) >>> 12;
  const samples = (view.getUint8(21) & 0x0f) * 2 ** 32 + view.getUint32(22);
  return samples / rate;
}

/** The last page's position over the rate; Opus always counts 48 000 per second (RFC 7845). */
function oggSeconds(view: DataView): number | undefined {
  const isOpus = tag(view, 28) === 'Opus';
  const rate = isOpus ? 48_000 : view.getUint32(40, true);
  for (let at = view.byteLength - 27; at >= 0; at--) {
    if (tag(view, at) === 'OggS') return Number(view.getBigUint64(at + 6, true)) / rate;
  }
  return undefined;
}

const RATES = [44_100, 48_000, 32_000];
/** kbit/s of layer III by index, MPEG 1 and MPEG 2 (ISO 11172-3, 13818-3). */
const KBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];

/** Frame after frame, because the rate of bits may change; what is between them is skipped. */
function mp3Seconds(view: DataView): number {
  let seconds = 0;
  for (let at = afterId3(view); at + 4 <= view.byteLength; ) {
    const frame = mp3Frame(view.getUint32(at));
    if (frame) seconds += frame.seconds;
    at += frame?.bytes ?? 1;
  }
  return seconds;
}

function afterId3(view: DataView): number {
  if (tag(view, 0).slice(0, 3) !== 'ID3') return 0;
  const digits = [6, 7, 8, 9].map((at) => view.getUint8(at) & 0x7f);
  return 10 + digits.reduce((size, digit) => size * 128 + digit, 0);
}

function mp3Frame(header: number): { bytes: number; seconds: number } | undefined {
  const isSync = header >>> 21 === 0x7ff;
  const [version, layer] = [(header >>> 19) & 3, (header >>> 17) & 3];
  if (!isSync || layer !== 1 || version === 1) return undefined;
  const isFirst = version === 3;
  const rate = (RATES[(header >>> 10) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  const bits = (KBITS[isFirst ? 0 : 1]?.[(header >>> 12) & 15] ?? 0) * 1000;
  if (rate === 0 || bits === 0) return undefined;
  const samples = isFirst ? 1152 : 576;
  const padding = (header >>> 9) & 1;
  return { bytes: Math.floor((samples / 8) * (bits / rate)) + padding, seconds: samples / rate };
}
