/**
 * Turns a JSON log line into `12:30:05 WARN  message key=value`, with an error's stack below it.
 * A text that is no JSON object comes back unchanged.
 */
export function formatLogLine(line: string): string {
  const entry = parseEntry(line);
  if (!entry) return line;
  const { level, time, msg, err, ...fields } = entry;
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${fieldText(value)}`);
  const head = [
    String(time ?? '').slice(11, 19),
    String(level ?? '')
      .toUpperCase()
      .padEnd(5),
  ];
  const first = [...head, ...(msg === undefined ? [] : [String(msg)]), ...pairs].join(' ');
  return `${first}${errorText(err)}\n`;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function fieldText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function errorText(error: unknown): string {
  if (error === undefined) return '';
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined;
  return `\n  ${String(stack ?? fieldText(error)).replaceAll('\n', '\n  ')}`;
}
