import { createRequire } from 'node:module';
import type { H264MP4Encoder } from 'h264-mp4-encoder';
import type { Raster } from '../../raster.ts';

/** Seconds and frames per second of every clip the simulator makes. */
export const CLIP_SECONDS = 3;
const FRAME_RATE = 8;

type CreateEncoder = () => Promise<H264MP4Encoder>;
let createEncoder: CreateEncoder | undefined;

/** An H.264 MP4 of a still picture with a ball rolling over it. */
export async function encodeClip(still: Raster): Promise<Buffer> {
  createEncoder ??= loadEncoder();
  const encoder = await createEncoder();
  encoder.width = still.width;
  encoder.height = still.height;
  encoder.frameRate = FRAME_RATE;
  encoder.speed = 10;
  encoder.quantizationParameter = 30;
  encoder.initialize();
  const frames = CLIP_SECONDS * FRAME_RATE;
  for (let frame = 0; frame < frames; frame += 1) encoder.addFrameRgba(withBall(still, frame / (frames - 1)));
  encoder.finalize();
  const bytes = Buffer.from(encoder.FS.readFile(encoder.outputFilename));
  encoder.delete();
  return bytes;
}

/**
 * The encoder's module hangs its own handlers on uncaught errors of the whole process,
 * which would end it with a message of its own: they are taken off again.
 */
function loadEncoder(): CreateEncoder {
  const uncaught = new Set(process.listeners('uncaughtException'));
  const unhandled = new Set(process.listeners('unhandledRejection'));
  const module = createRequire(import.meta.url)('h264-mp4-encoder');
  for (const listener of process.listeners('uncaughtException')) {
    if (!uncaught.has(listener)) process.removeListener('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!unhandled.has(listener)) process.removeListener('unhandledRejection', listener);
  }
  return module.createH264MP4Encoder;
}

/** The still with a white ball, `progress` (0 … 1) of the way from left to right, in a bouncing arc. */
function withBall({ width, height, pixels }: Raster, progress: number): Uint8Array {
  const frame = pixels.slice();
  const radius = Math.round(height / 12);
  const centerX = Math.round(radius + progress * (width - 2 * radius));
  const centerY = Math.round(height - radius - Math.abs(Math.sin(progress * Math.PI * 3)) * height * 0.6);
  for (let y = Math.max(0, centerY - radius); y < Math.min(height, centerY + radius); y += 1) {
    for (let x = Math.max(0, centerX - radius); x < Math.min(width, centerX + radius); x += 1) {
      if ((x - centerX) ** 2 + (y - centerY) ** 2 < radius ** 2)
        frame.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
    }
  }
  return frame;
}
