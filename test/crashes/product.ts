import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keepLog } from '../kit/kept-logs.ts';
import type { KillOrder, Order } from './kill-at.ts';

const root = join(import.meta.dirname, '../..');
const killAt = join(import.meta.dirname, 'kill-at.ts');
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
const READY_POLL_MS = 50;
const LINES_KEPT = 40;

/** The real product as a process of its own, started and ended at will. */
export class Product {
  readonly port: number;
  /** How the last process ended, once it has. */
  exitCode: number | null = null;
  readonly #env: Record<string, string>;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;
  #lines: string[] = [];

  private constructor(port: number, env: Record<string, string>, args: readonly string[]) {
    this.port = port;
    this.#env = env;
    this.#args = args;
  }

  /** Chooses a port that stays the same over restarts, so that callbacks find the next process. */
  static async on(
    env: (port: number) => Record<string, string>,
    args: readonly string[] = ['start'],
  ): Promise<Product> {
    const port = await freePort();
    return new Product(port, { ...env(port), PORT: String(port), HOST: '127.0.0.1' }, args);
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** The end of what the product logged, for reports of violations. */
  get log(): string {
    return this.#lines.join('\n');
  }

  /** Starts it without waiting until it serves; `killAt` names a point that it shall not survive. */
  launch(killAtPoint?: string): void {
    const order = killAtPoint === undefined ? {} : { KILL_AT: killAtPoint };
    const child = spawn(process.execPath, ['--import', killAt, 'src/cli/main.ts', ...this.#args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', ...this.#env, ...order },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => this.#keep(String(chunk)));
    child.once('exit', (code) => {
      this.exitCode = code;
      if (this.#child === child) this.#child = null;
    });
  }

  /** Starts it unless it runs, and waits until it takes updates. @throws Error with its log when it does not */
  async start(): Promise<void> {
    if (!this.running) this.launch();
    const until = Date.now() + START_LIMIT_MS;
    while (!(await this.#ready())) {
      if (!this.running || Date.now() > until) throw new Error(`The product does not start:\n${this.log}`);
      await delay(READY_POLL_MS);
    }
  }

  /** Makes it die at a named point. */
  async arm(order: KillOrder): Promise<void> {
    await this.#tell(order);
  }

  /** Takes name resolution away from it, or gives it back. */
  async resolveNames(resolveNames: boolean): Promise<void> {
    await this.#tell({ resolveNames });
  }

  /** Bytes that its heap holds after a collection. */
  async heapBytes(): Promise<number> {
    return (await this.#tell('weigh')) as number;
  }

  /** SIGKILL, now. */
  kill(): void {
    this.signal('SIGKILL');
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** What `/readyz` says, e.g. `leader`; null when nobody answers. */
  async state(): Promise<string | null> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`, {
      signal: AbortSignal.timeout(1_000),
    }).catch(() => null);
    return answer === null ? null : ((await answer.json()) as { state: string }).state;
  }

  /** Resolves with true once it is dead, with false when it lives on for that long. */
  async death(limitMs: number): Promise<boolean> {
    const child = this.#child;
    if (!child) return true;
    const limit = new AbortController();
    const died = once(child, 'exit', { signal: limit.signal }).then(
      () => true,
      () => false,
    );
    const timer = setTimeout(() => limit.abort(), limitMs);
    return died.finally(() => clearTimeout(timer));
  }

  /** Asks it to end, as a deploy does. @throws Error when it does not end by itself */
  async stop(): Promise<void> {
    if (!this.#child) return;
    this.#child.kill('SIGTERM');
    if (await this.death(STOP_LIMIT_MS)) return;
    this.kill();
    throw new Error(`The product does not stop:\n${this.log}`);
  }

  async #tell(order: Order): Promise<unknown> {
    const child = this.#alive();
    const answered = once(child, 'message');
    child.send(order);
    return (await answered)[0];
  }

  #alive(): ChildProcess {
    if (!this.#child) throw new Error(`The product is not running:\n${this.log}`);
    return this.#child;
  }

  async #ready(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    return answer?.status === 200;
  }

  #keep(chunk: string): void {
    keepLog(chunk);
    this.#lines = [...this.#lines, ...chunk.split('\n').filter((line) => line !== '')].slice(-LINES_KEPT);
  }
}

/** Below those that a system gives to whoever asks for any: nobody takes it by chance while the product is away. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
