// What tests of a room need; the whole product has a door of its own, world.ts, because loading it takes a second

// Databases
export { emptyDatabase, testDatabase } from './database.ts';
// Engines
export {
  type EngineName,
  engines,
  onEachEngine,
  onOneEngine,
  type PostgresProbe,
  postgresUrl,
  probePostgres,
} from './engines.ts';
// Numbers that come again
export { seeded } from './seeded.ts';
export { migrationsFolder, prepareTemplates, silentLog, sweepDatabases } from './template.ts';

// Time
export { VirtualClock } from './virtual-clock.ts';
