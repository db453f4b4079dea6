import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { type App, isSandbox, type Role, realConfig, roles, startApp } from '#app';
import { readEnv } from '#settings';
import { UsageError } from '../errors.ts';
import { tellOfCheckUp } from '../tell-of-check-up.ts';

/** `kiegram start`: the real bot, or the sandbox when neither token nor key is set. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('the bot; without TELEGRAM_BOT_TOKEN and KIE_API_KEY the offline sandbox')
    .addOption(
      new Option('--role <role>', 'what this process takes on, for several on one PostgreSQL')
        .choices(roles)
        .default('all'),
    )
    .action(async ({ role }: { role: Role }) => {
      const signalled = endSignal();
      const env = readEnv(process.env);
      if (isSandbox(env)) return startSandbox(env.PORT, process.env.PORT !== undefined, signalled);
      const { config, secrets } = realConfig(env);
      const app = await unlessEnded(signalled, startApp({ config: { ...config, role }, secrets }));
      // How the app ends is told below.
      tellOfCheckUp(env, app).catch(() => undefined);
      await untilStopped(app, signalled);
    });
}

/**
 * The chat page takes PORT, or any free one when PORT is not set and 8080 is taken. The log is for trouble alone, so
 * that the address is the last line.
 */
async function startSandbox(port: number, chosen: boolean, signalled: Promise<void>): Promise<void> {
  console.log('Sandbox: simulated Telegram and kie.ai, nothing leaves this machine. Starting…');
  const { createWorld } = await import('#sim');
  const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' };
  const starting = createWorld({ env, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    if (chosen) throw new UsageError(`Port ${port} is in use: set PORT to another one, or stop what has it.`);
    return createWorld({ env, port: 0 });
  });
  const world = await unlessEnded(signalled, starting);
  console.log(`Chat with the bot at ${pc.bold(world.telegram.url)}`);
  await untilStopped(world.app, signalled, async () => world[Symbol.asyncDispose]());
}

/**
 * Resolves with the first SIGTERM or SIGINT; listens from the first moment on. One that comes again changes nothing:
 * npm hands on what the terminal has sent to all already, and the stop has a deadline of its own.
 */
function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}

/** What is being started has nothing under way yet: a signal ends it as it is. */
async function unlessEnded<T extends object>(signalled: Promise<void>, starting: Promise<T>): Promise<T> {
  return (await Promise.race([starting, signalled])) ?? process.exit();
}

/** Runs until the signal, or until the app says that it has to leave. */
async function untilStopped(
  app: App,
  signalled: Promise<void>,
  stop: () => Promise<void> = () => app.stop(),
): Promise<void> {
  try {
    await Promise.race([signalled, app.ended]);
  } finally {
    await stop();
    // Whatever still keeps the process alive has had its time.
    setImmediate(() => process.exit());
  }
}
