/** What a cell may hold; a number is written as one. */
export type Cell = string | number | boolean | Date | null;

/** Programs that open the file take a text for a formula when it begins with one of these. */
const formula = /^[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180). No text in it is a formula to anybody. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
