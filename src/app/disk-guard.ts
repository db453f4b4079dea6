import { mkdir, statfs } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { AlertCode } from '#generation';
import type { Clock, Logger } from '#platform';

/** Below this nothing is sold: what is under way has to be written to its end. In MB. */
const sellAboveMb = 100;
/** Below this the embedded database cannot even begin: it needs a segment of its log. In MB. */
const startAboveMb = 24;
const lookEveryMs = 5_000;
const beatEveryMs = 1_000;

/** Keeps the embedded database from a full disk, which would stop it in the middle of a write. */
export interface DiskGuard {
  hasRoom(): boolean;
  /**
   * Looks again and again until the signal is aborted, and tells the operators of each change. Should the engine stop
   * all the same, which keeps the whole process busy for ever, the process is killed: only a new one goes on.
   */
  watch(parts: { clock: Clock; log: Logger; alert: Alert }, signal: AbortSignal): Promise<void>;
}

type Alert = (code: AlertCode, values: Record<string, string | number>) => Promise<void>;

/** @throws Error when there is too little to begin with */
export async function guardDisk({
  url,
  dataDir,
}: {
  url: string | undefined;
  dataDir: string;
}): Promise<DiskGuard> {
  if (url !== undefined || dataDir === 'memory') return { hasRoom: () => true, watch: async () => undefined };
  await mkdir(dataDir, { recursive: true });
  let left = await megabytesLeft(dataDir);
  if (left < startAboveMb)
    throw new Error(`Only ${left} MB are left at ${dataDir}: the database cannot begin. Make room.`);
  const hasRoom = () => left >= sellAboveMb;
  let told = true;

  return {
    hasRoom,
    async watch({ clock, log, alert }, signal) {
      using _ = endWhenStuck();
      while (!signal.aborted) {
        left = await megabytesLeft(dataDir);
        if (told !== hasRoom()) {
          told = hasRoom();
          log[told ? 'info' : 'error']({ megabytes: left, dataDir }, 'room on the disk');
          await alert(told ? 'disk-room' : 'disk-full', { megabytes: left });
        }
        await clock.sleep(lookEveryMs, signal).catch(() => undefined);
      }
    },
  };
}

async function megabytesLeft(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1e6);
}

/** Shows a thread of its own that this one still turns. */
function endWhenStuck(): Disposable {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./end-when-stuck.ts', import.meta.url), { workerData: beats });
  worker.unref();
  const beating = setInterval(() => Atomics.add(beats, 0, 1), beatEveryMs).unref();
  return {
    [Symbol.dispose]() {
      clearInterval(beating);
      void worker.terminate();
    },
  };
}
