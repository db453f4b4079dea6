/**
 * How long to wait before asking for a task again, by its age (facts: limits, polling, retention):
 * every 3 s in the first 30 s, every 7 s until 2 minutes, then every 20 s. Both in ms; never less than 3 s.
 */
export function pollDelay(ageMs: number): number {
  if (!(ageMs >= 30_000)) return 3_000;
  return ageMs < 120_000 ? 7_000 : 20_000;
}
