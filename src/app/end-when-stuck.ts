/**
 * A thread beside the main one: ends the process when that has not turned for a minute. The embedded database never
 * comes back from a log that could not grow, and while it spins nothing else of the process gets a turn.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const lookEveryMs = 5_000;
/** Counted in looks, so that a machine that slept is not taken for one that is stuck. */
const looks = 12;
const message = 'The embedded database has stopped, as it does on a full disk: this process ends';

const beats = workerData as Int32Array;
let seen = -1;
let silent = 0;

setInterval(() => {
  const now = Atomics.load(beats, 0);
  silent = now === seen ? silent + 1 : 0;
  seen = now;
  if (silent < looks) return;
  writeSync(2, `${JSON.stringify({ level: 'fatal', msg: message })}\n`);
  process.kill(process.pid, 'SIGKILL');
}, lookEveryMs);
