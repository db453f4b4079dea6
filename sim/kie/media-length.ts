/** Seconds of an MP4, WAV or MP3; undefined for anything else. */
export function secondsOfMedia(bytes: Buffer): number | undefined {
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return mp4Seconds(bytes);
  if (bytes.subarray(8, 12).toString('latin1') === 'WAVE') return wavSeconds(bytes);
  return mp3Seconds(bytes);
}

/** From the movie header `mvhd`: duration over time scale. */
function mp4Seconds(bytes: Buffer): number | undefined {
  const at = bytes.indexOf('mvhd', 0, 'latin1');
  if (at < 0 || at + 32 > bytes.length) return undefined;
  const wide = bytes[at + 4] === 1;
  const scale = bytes.readUInt32BE(at + (wide ? 24 : 16));
  const length = wide ? Number(bytes.readBigUInt64BE(at + 28)) : bytes.readUInt32BE(at + 20);
  return scale > 0 ? length / scale : undefined;
}

function wavSeconds(bytes: Buffer): number | undefined {
  const data = bytes.indexOf('data', 12, 'latin1');
  if (data < 0 || bytes.length < 44) return undefined;
  const bytesPerSecond = bytes.readUInt32LE(28);
  return bytesPerSecond > 0 ? bytes.readUInt32LE(data + 4) / bytesPerSecond : undefined;
}

const KBPS_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBPS_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** File size over the bit rate of the first layer III frame. */
function mp3Seconds(bytes: Buffer): number | undefined {
  const tagged = bytes.subarray(0, 3).toString('latin1') === 'ID3';
  const start = tagged ? 10 + id3Size(bytes) : 0;
  const [sync = 0, head = 0, rate = 0] = bytes.subarray(start, start + 3);
  if (sync !== 0xff || (head & 0xe6) !== 0xe2) return undefined;
  const kbps = (head & 0x08 ? KBPS_V1 : KBPS_V2)[rate >> 4];
  return kbps ? ((bytes.length - start) * 8) / (kbps * 1000) : undefined;
}

function id3Size(bytes: Buffer): number {
  return [...bytes.subarray(6, 10)].reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
}
