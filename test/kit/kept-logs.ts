import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresUrl } from './engines.ts';

/** Names the folder in which every process of a test run leaves what it logs. */
const FOLDER = 'KIEGRAM_TEST_LOGS';

/** All that opens something in a test: of the sandbox, of single tests, of the processes of the fleet and the crashes. */
const secrets: readonly string[] = [
  'sandbox-token-that-opens-nothing-at-all',
  'sandbox-hmac-key',
  'sim-key',
  'fleet-token-that-opens-nothing-at-all',
  'fleet-key',
  'fleet-hmac',
  'fleet-webhook-secret',
  'crash-token-that-opens-nothing-at-all',
  'crash-key',
  'crash-hmac-key',
  'test-token-that-opens-nothing',
  'metrics-token-of-this-test',
  'metrics-of-this-test',
  'secret-of-the-security-test',
  'dHJhY2VzOmFsb25l',
];

/** True inside of a run that looks through its logs. */
export const logsAreKept = process.env[FOLDER] !== undefined;

/** Leaves something that was logged, by this process or a child of it, for the look at the end of the run. */
export function keepLog(text: string): void {
  const folder = process.env[FOLDER];
  if (folder !== undefined) appendFileSync(join(folder, `${process.pid}.log`), text);
}

/** Runs tests and answers their exit code, or 1 when a secret stands in what any process of theirs has logged. */
export async function withKeptLogs(run: () => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kiegram-logs-'));
  process.env[FOLDER] = folder;
  try {
    const code = await run();
    const leaks = findLeaks(folder);
    for (const leak of leaks) console.error(`✗ A secret was logged: ${leak}`);
    return leaks.length > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The logged lines that hold a secret, which is cut out. */
export function findLeaks(folder: string): string[] {
  const { password } = new URL(postgresUrl);
  const all = password === '' ? secrets : [...secrets, password];
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines
    .filter((line) => all.some((secret) => line.includes(secret)))
    .map((line) => all.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line));
}
