import type { Command } from 'commander';
import { addAudit } from './audit.ts';
import { addDb } from './db.ts';
import { addDemo } from './demo.ts';
import { addDoctor } from './doctor.ts';
import { addMigrate } from './migrate.ts';
import { addModels } from './models.ts';
import { addPerson } from './person.ts';
import { addReport } from './report.ts';
import { addSanity } from './sanity.ts';
import { addStart } from './start.ts';
import { addUncertain } from './uncertain.ts';

/** Every command of `kiegram`, in the order of its help. */
export const commands: readonly ((program: Command) => void)[] = [
  addStart,
  addDemo,
  addSanity,
  addModels,
  addMigrate,
  addDoctor,
  addAudit,
  addUncertain,
  addReport,
  addDb,
  addPerson,
];
