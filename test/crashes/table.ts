import Table from 'cli-table3';
import type { Line } from './verdict.ts';

/** point × engine × bought / charged / delivered / seconds to recover, with a mark at what must not be. */
export function tableOf(lines: readonly Line[]): string {
  const table = new Table({
    head: ['point', 'engine', 'story', 'bought', 'charged', 'delivered', 'seconds', ''],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'left'],
  });
  for (const { point, engine, story, bought, charged, delivered, seconds, problems } of lines) {
    table.push([
      point,
      engine,
      story,
      bought,
      charged,
      delivered,
      seconds.toFixed(1),
      problems.length > 0 ? '✗' : '✓',
    ]);
  }
  return table.toString();
}
