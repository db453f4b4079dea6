// The running product
export { type App, type AppOptions, startApp } from './app.ts';
// Parts for the command line
export { auditAll, type WholeAudit } from './audit.ts';
export { checkUp, type Finding } from './check-up.ts';

// Settings
export { type Config, isSandbox, realConfig, type Secrets, toConfig } from './config.ts';
// Room for the embedded database
export { type DiskGuard, guardDisk } from './disk-guard.ts';
// Data out and in
export { dumpToFile } from './dump-file.ts';
export { exportDatabase } from './export-database.ts';
export { importDatabase } from './import-database.ts';
export { withOperator } from './operator.ts';
export { erasePerson, exportPerson, personTables } from './person-data.ts';

export { type Role, roles } from './roles.ts';
export { buildRooms, type Rooms } from './rooms.ts';
