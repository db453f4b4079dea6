import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { KieSim } from '#sim';

const MAIN = join(import.meta.dirname, 'main.ts');

/** How a command ended, with everything it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of a process that has no key, or the simulator's. No other setting of this machine gets in. */
export function settingsFor(sim?: KieSim): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  if (sim === undefined) return { PATH };
  return { PATH, KIE_API_KEY: 'sim-key', KIE_API_BASE_URL: sim.url, KIE_UPLOAD_BASE_URL: sim.uploadUrl };
}

/** Runs `kiegram` as a process of its own; it gets one SIGINT as soon as its stderr fits `interruptAt`. */
export function kiegram(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  interruptAt?: RegExp,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const before = interruptAt?.test(stderr) ?? true;
    stderr += text;
    if (!before && interruptAt?.test(stderr)) child.kill('SIGINT');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
