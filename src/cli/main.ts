#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is imported: from the second start on, compiled code is read instead of made.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/kiegram/code'));
if (existsSync('.env')) process.loadEnvFile('.env');
const { Command } = await import('commander');
const { commands } = await import('./commands/index.ts');

const program = new Command('kiegram')
  .description('Every kie.ai model in a Telegram chat, and on the command line')
  .showHelpAfterError()
  .exitOverride();

// The help of all needs all; a command needs itself.
const named = commands.get(process.argv[2] ?? '');
for (const load of named ? [named] : commands.values()) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  const { exitCode } = await import('./exit.ts');
  process.exitCode = exitCode(error);
}
