// Engines

// Databases
export { emptyDatabase, testDatabase } from './database.ts';
export {
  type EngineName,
  engines,
  onEachEngine,
  type PostgresProbe,
  postgresUrl,
  probePostgres,
} from './engines.ts';
export { migrationsFolder, prepareTemplates, silentLog, sweepDatabases } from './template.ts';

// Time
export { VirtualClock } from './virtual-clock.ts';

// The whole product
export { testWorld } from './world.ts';
