#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is imported: from the second start on, compiled code is read instead of made.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/kiegram/code'));
if (existsSync('.env')) process.loadEnvFile('.env');
const { Command } = await import('commander');
const { commands } = await import('./commands/index.ts');
const { exitCode } = await import('./exit.ts');

const program = new Command('kiegram')
  .description('Every kie.ai model in a Telegram chat, and on the command line')
  .showHelpAfterError()
  .exitOverride();

for (const add of commands) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}
