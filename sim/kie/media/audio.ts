import { Mp3Encoder } from '@breezystack/lamejs';
import { seeded } from './recipe.ts';

/** Seconds of every sound the simulator makes. */
export const SOUND_SECONDS = 4;
const SAMPLE_RATE = 22_050;
const KBPS = 64;
const MP3_FRAME = 1152;
/** A minor pentatonic scale, in Hz. */
const SCALE = [220, 261.63, 293.66, 329.63, 392, 440, 523.25, 587.33];

/** A short seeded melody as 16-bit mono samples. */
function melody(seed: number): Int16Array {
  const random = seeded(seed);
  const samples = new Int16Array(SOUND_SECONDS * SAMPLE_RATE);
  const note = SAMPLE_RATE / 4;
  let pitch = SCALE[0] ?? 220;
  for (let i = 0; i < samples.length; i += 1) {
    if (i % Math.floor(note) === 0) pitch = SCALE[Math.floor(random() * SCALE.length)] ?? pitch;
    const within = (i % Math.floor(note)) / note;
    const fade = Math.min(1, within * 20) * (1 - within) ** 1.5;
    const turn = (2 * Math.PI * pitch * i) / SAMPLE_RATE;
    samples[i] = Math.round(9000 * fade * (Math.sin(turn) + 0.3 * Math.sin(2 * turn)));
  }
  return samples;
}

/** The melody as an MP3. */
export function encodeMp3(seed: number): Buffer {
  const encoder = new Mp3Encoder(1, SAMPLE_RATE, KBPS);
  const samples = melody(seed);
  // Copied piece by piece: the encoder hands out signed bytes.
  const parts: Buffer[] = [];
  for (let at = 0; at < samples.length; at += MP3_FRAME) {
    parts.push(Buffer.from(encoder.encodeBuffer(samples.subarray(at, at + MP3_FRAME))));
  }
  return Buffer.concat([...parts, Buffer.from(encoder.flush())]);
}

/** The melody as a WAV (PCM, 16 bit, mono). */
export function encodeWav(seed: number): Buffer {
  const samples = melody(seed);
  const data = Buffer.from(samples.buffer);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
