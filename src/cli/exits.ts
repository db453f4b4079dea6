/**
 * Exit codes by cause: 0 done · 1 failed otherwise (network, an uncertain purchase, a download) · 2 the caller's
 * mistake: arguments, settings, an invalid input · 3 out of kie credits · 4 kie.ai refused or the task failed ·
 * 5 not finished in time, to be taken up again · 130 interrupted.
 */
export const exits = {
  failed: 1,
  usage: 2,
  outOfCredits: 3,
  refused: 4,
  unfinished: 5,
  interrupted: 130,
} as const;
