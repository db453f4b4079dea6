import type { Command } from 'commander';
import { toConfig } from '#app';
import { createLogger, migrate, openDatabase } from '#platform';
import { migrationsFolder, readEnv } from '#settings';

/** `kiegram migrate`: brings the database up to date; `start` does the same by itself. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      const { database: where, logLevel } = toConfig(readEnv(process.env), 'real');
      const log = createLogger({ level: logLevel, secrets: [] });
      const database = await openDatabase({ ...where, log });
      try {
        const applied = await migrate(database, { folder: migrationsFolder });
        console.log(applied.length === 0 ? 'Nothing to do.' : `Applied:\n${applied.join('\n')}`);
      } finally {
        await database.close();
      }
    });
}
