/**
 * `npm test`: says which engines the tests run on, then runs them with `node --test`.
 *
 * Paths (files or folders) narrow the run down; options starting with `-` are handed on to `node --test`.
 * What any of their processes logs is looked through for secrets at the end.
 * `REQUIRE_POSTGRES=1` makes a missing PostgreSQL an error instead of a skipped half.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { type PostgresProbe, prepareTemplates, probePostgres, sweepDatabases } from './kit/index.ts';
import { withKeptLogs } from './kit/kept-logs.ts';

const root = resolve(import.meta.dirname, '..');
const PATTERNS = ['src/**/*.test.ts', 'sim/**/*.test.ts', 'test/**/*.test.ts'];
/** These have commands of their own: they take minutes, a browser or a process to kill. */
const OWN_COMMANDS = ['test/crashes/', 'test/browser/', 'test/faults/', 'test/deploy/', 'test/soak/'];
/** Every file is a process of its own: none but the first should have to compile what they share. */
const compiledCode = resolve(root, 'node_modules/.cache/kiegram/code');
const TIMEOUT_MS = 180_000;

process.exitCode = await withKeptLogs(() => main(process.argv.slice(2)));

async function main(args: string[]): Promise<number> {
  const postgres = await probePostgres();
  const answers = 'version' in postgres;
  console.log(`PGlite: yes\n${describePostgres(postgres)}`);
  if (!answers && process.env.REQUIRE_POSTGRES === '1') {
    console.error('REQUIRE_POSTGRES=1 is set, so the tests must run on PostgreSQL as well. Nothing was run.');
    return 1;
  }
  const files = testFiles(args.filter((arg) => !arg.startsWith('-')));
  if (files.length === 0) {
    console.error('No test file matches.');
    return 1;
  }
  await prepareTemplates(answers ? ['pglite', 'postgres'] : ['pglite']);
  const code = await runTests(
    files,
    args.filter((arg) => arg.startsWith('-')),
  );
  if (answers) await sweepDatabases();
  return code;
}

function describePostgres(probe: PostgresProbe): string {
  const { host, pathname } = new URL(probe.url);
  if ('version' in probe) return `PostgreSQL ${probe.version} at ${host}${pathname}: yes`;
  return `PostgreSQL at ${host}${pathname}: no (${probe.reason})`;
}

/** All test files, or those that lie in or are one of the paths; a path with its own command may be named. */
function testFiles(paths: readonly string[]): string[] {
  const all = globSync(PATTERNS, { cwd: root }).sort();
  if (paths.length === 0)
    return all.filter((file) => !OWN_COMMANDS.some((folder) => file.startsWith(folder)));
  const wanted = paths.map((path) => relative(root, resolve(path)));
  return all.filter((file) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}

function runTests(files: readonly string[], options: readonly string[]): Promise<number> {
  const settings = [
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${availableParallelism() + 1}`,
    `--test-timeout=${TIMEOUT_MS}`,
  ];
  const env = { ...process.env, NODE_COMPILE_CACHE: compiledCode };
  const child = spawn(process.execPath, [...settings, ...options, ...files], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? (signal === null ? 0 : 1)));
  });
}
