import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { type Benchmark, type Figure, isMet } from './figure.ts';

export interface Measured {
  benchmark: Pick<Benchmark, 'name' | 'about'>;
  figures: Figure[];
}

/** On what machine, and how busy it was: figures of two runs compare only with this in sight. */
export function machine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 16),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    gigabytes,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** One page of text. */
export function page(measured: readonly Measured[], before: ReturnType<typeof machine>): string {
  const { date, node, cpu, cores, gigabytes, load } = before;
  const after = machine().load;
  return [
    `${date} · Node ${node} · ${cores} × ${cpu} · ${gigabytes} GB · load ${load} before, ${after} after`,
    'median [middle half of the rounds]',
    ...measured.flatMap(({ benchmark, figures }) => [
      '',
      `${benchmark.name}: ${benchmark.about}`,
      ...figures.map(line),
    ]),
  ].join('\n');
}

function line(figure: Figure): string {
  const { what, median, low, high, unit, rounds, note } = figure;
  const spread = rounds > 1 ? ` [${text(low)}–${text(high)}] n=${rounds}` : '';
  const value = `${text(median)} ${unit}`.trimEnd();
  return `  ${verdict(figure)} ${what.padEnd(58)} ${value}${spread}${goal(figure)}${note ? ` · ${note}` : ''}`;
}

function goal({ goal: wanted, unit }: Figure): string {
  if (wanted === undefined) return '';
  return 'atMost' in wanted ? `, goal ≤ ${wanted.atMost} ${unit}` : `, goal ≥ ${wanted.atLeast} ${unit}`;
}

function verdict(figure: Figure): string {
  const met = isMet(figure);
  if (met === null) return '·';
  return met ? '✓' : '✗';
}

function text(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
