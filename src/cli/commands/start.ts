import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { type App, isSandbox, type Role, readEnv, realConfig, roles, startApp } from '#app';
import { UsageError } from '../exit.ts';

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
      const env = readEnv(process.env);
      if (isSandbox(env)) return startSandbox(env.PORT, process.env.PORT !== undefined);
      const { config, secrets } = realConfig(env);
      await untilStopped(await startApp({ config: { ...config, role }, secrets }));
    });
}

/**
 * The chat page takes PORT, or any free one when PORT is not set and 8080 is taken. The log is for trouble alone, so
 * that the address is the last line.
 */
async function startSandbox(port: number, chosen: boolean): Promise<void> {
  console.log('Sandbox: simulated Telegram and kie.ai, nothing leaves this machine. Starting…');
  const { createWorld } = await import('#sim');
  const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' };
  const world = await createWorld({ env, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    if (chosen) throw new UsageError(`Port ${port} is in use: set PORT to another one, or stop what has it.`);
    return createWorld({ env, port: 0 });
  });
  console.log(`Chat with the bot at ${pc.bold(world.telegram.url)}`);
  await untilStopped(world.app, async () => world[Symbol.asyncDispose]());
}

/** Runs until SIGTERM or SIGINT, or until the app says that it has to leave. */
async function untilStopped(app: App, stop: () => Promise<void> = () => app.stop()): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  try {
    await Promise.race([signalled, app.ended]);
  } finally {
    await stop();
    // Whatever still keeps the process alive has had its time.
    setImmediate(() => process.exit());
  }
}
