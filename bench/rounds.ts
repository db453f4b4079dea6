/** What one round of the two sides took, or brought, in whatever unit both share. */
export interface Pair {
  ours: number;
  bare: number;
}

/**
 * Measures two sides in turn, after one round of each that does not count. The side that begins changes from
 * round to round, so that a machine that grows slower or faster favours neither.
 */
export async function alternate(
  rounds: number,
  ours: () => Promise<number> | number,
  bare: () => Promise<number> | number,
): Promise<Pair[]> {
  await ours();
  await bare();
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await ours() : await bare();
    const second = round % 2 === 0 ? await bare() : await ours();
    pairs.push(round % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  return pairs;
}

/** `ours / bare` of each round. */
export function ratios(pairs: readonly Pair[]): number[] {
  return pairs.map(({ ours, bare }) => ours / bare);
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Milliseconds of processor that `work` takes in this process: untouched by how busy the machine is. */
export async function processorTime(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
