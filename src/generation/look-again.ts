/**
 * How long the sweep leaves a row alone after a look at it, or after whoever wrote it has sent a job for it: in the
 * line its place changes, elsewhere a dead process or a lost job is made good. In ms.
 */
export const lookAgainMs = { inLine: 10_000, otherwise: 30_000 } as const;

export function laterBy(ms: number, now: Date): Date {
  return new Date(now.getTime() + ms);
}
