import type { Command } from 'commander';

type Add = (program: Command) => void;

/** Every command of `kiegram`, in the order of its help. Each is imported when it is wanted: a start loads one of them. */
export const commands: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ['start', async () => (await import('./start.ts')).addStart],
  ['demo', async () => (await import('./demo.ts')).addDemo],
  ['run', async () => (await import('./run.ts')).addRun],
  ['task', async () => (await import('./task.ts')).addTask],
  ['credits', async () => (await import('./credits.ts')).addCredits],
  ['sanity', async () => (await import('./sanity.ts')).addSanity],
  ['models', async () => (await import('./models.ts')).addModels],
  ['migrate', async () => (await import('./migrate.ts')).addMigrate],
  ['doctor', async () => (await import('./doctor.ts')).addDoctor],
  ['audit', async () => (await import('./audit.ts')).addAudit],
  ['uncertain', async () => (await import('./uncertain.ts')).addUncertain],
  ['report', async () => (await import('./report.ts')).addReport],
  ['promo', async () => (await import('./promo.ts')).addPromo],
  ['db', async () => (await import('./db.ts')).addDb],
  ['person', async () => (await import('./person.ts')).addPerson],
]);
