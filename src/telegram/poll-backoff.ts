/** Pauses after the first, second, third and every further failure in a row, in milliseconds. */
const CONFLICT_PAUSES = [3_000, 5_000, 10_000, 30_000];
const FAILURE_PAUSES = [500, 1_000, 3_000, 10_000, 30_000];

/** How long to stay away after a 409; `streak` counts from 1, `random` is in [0, 1). */
export function conflictPause(streak: number, random: number): number {
  return jittered(CONFLICT_PAUSES, streak, random);
}

/** How long to wait after an answer that did not come or was a 5xx. */
export function failurePause(streak: number, random: number): number {
  return jittered(FAILURE_PAUSES, streak, random);
}

/** The pause ± 20 %, so that two programs do not keep in step. */
function jittered(pauses: readonly number[], streak: number, random: number): number {
  const pause = pauses[Math.min(streak, pauses.length) - 1] ?? 0;
  return Math.round(pause * (0.8 + 0.4 * random));
}
