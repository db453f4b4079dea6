#!/usr/bin/env node
import { Command } from 'commander';
import { commands } from './commands/index.ts';
import { exitCode } from './exit.ts';

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
