/** What a measured figure should be; left out where it is only stated. */
export type Goal = { atMost: number } | { atLeast: number };

/** One line of the page: the median over all rounds, and between which values the middle half of them lay. */
export interface Figure {
  what: string;
  /** `×` for a ratio. */
  unit: '×' | 'ms' | 'MB' | 'kB' | '/s' | '';
  median: number;
  low: number;
  high: number;
  rounds: number;
  goal?: Goal;
  note?: string;
}

/** How much is done: `short` for continuous integration, where only a broken benchmark should show. */
export interface Effort {
  short: boolean;
  /** How long a soak lasts. */
  minutes: number;
}

export interface Benchmark {
  /** For `--only`. */
  name: string;
  /** One sentence: what is compared with what. */
  about: string;
  /** Takes minutes by its nature: the short run of all leaves it out. */
  heavy?: true;
  run(effort: Effort): Promise<Figure[]>;
}

/** Makes a figure of the values of all rounds. */
export function figure(
  what: string,
  unit: Figure['unit'],
  values: readonly number[],
  more: Pick<Figure, 'goal' | 'note'> = {},
): Figure {
  const at = (share: number) => quantile(values, share);
  return { what, unit, median: at(0.5), low: at(0.25), high: at(0.75), rounds: values.length, ...more };
}

/** Whether the median keeps the goal; null without one. */
export function isMet({ median, goal }: Figure): boolean | null {
  if (goal === undefined) return null;
  return 'atMost' in goal ? median <= goal.atMost : median >= goal.atLeast;
}

/** Linear interpolation between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
