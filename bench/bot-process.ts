import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const cli = join(import.meta.dirname, '../src/cli/main.ts');
const STOP_MS = 15_000;

/** A real process of the product, as an operator starts it. */
export interface BotProcess extends AsyncDisposable {
  child: ChildProcess;
  /** `performance.now()` at the moment it was started. */
  startedAt: number;
  /** Milliseconds of processor it has used so far. */
  processorMs(): Promise<number>;
  /** Resident memory in MB. */
  residentMegabytes(): Promise<number>;
  /** Resolves when it wrote a line that fits; rejects with all its words when it ends before. */
  saw(line: RegExp): Promise<void>;
}

/** Starts `node <args>` with these variables and no others but PATH and HOME. */
export function startProcess(args: readonly string[], env: Record<string, string>): BotProcess {
  const startedAt = performance.now();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      words += chunk;
      for (const look of heard) look();
    });
  }
  return {
    child,
    startedAt,
    processorMs: () => processorMs(child.pid ?? 0),
    residentMegabytes: () => residentMegabytes(child.pid ?? 0),
    saw: (line) =>
      new Promise((resolve, reject) => {
        const look = () => line.test(words) && resolve();
        heard.add(look);
        look();
        void ended.then(() => reject(new Error(`The process ended:\n${words.slice(-4_000)}`)));
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** `kiegram start` with these settings. */
export function startBot(env: Record<string, string>): BotProcess {
  return startProcess([cli, 'start'], { LOG_LEVEL: 'error', ...env });
}

/** utime and stime of /proc, which counts in hundredths of a second; children are not in it. */
async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** VmRSS of /proc. @throws Error where there is no /proc */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_000;
}

/** A port nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Resolves when somebody listens on the port. */
export async function portOpen(port: number): Promise<void> {
  while (!(await accepts(port))) await delay(5);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A folder that goes with its user. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'kiegram-bench-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
