/**
 * How often a task is asked for by its age (facts: limits, polling, retention): every 3 s in the first 30 s, every
 * 7 s until 2 minutes, then every 20 s. All in ms.
 */
export const pollRhythm = {
  steps: [
    { youngerThanMs: 30_000, everyMs: 3_000 },
    { youngerThanMs: 120_000, everyMs: 7_000 },
  ],
  laterEveryMs: 20_000,
} as const;

/** How long to wait before asking for a task of this age again; both in ms. */
export function pollDelay(ageMs: number): number {
  if (Number.isNaN(ageMs)) return pollRhythm.steps[0].everyMs;
  const step = pollRhythm.steps.find(({ youngerThanMs }) => ageMs < youngerThanMs);
  return step?.everyMs ?? pollRhythm.laterEveryMs;
}
