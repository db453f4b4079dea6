import type { Command } from 'commander';
import { addAudit } from './audit.ts';
import { addCredits } from './credits.ts';
import { addDb } from './db.ts';
import { addDemo } from './demo.ts';
import { addDoctor } from './doctor.ts';
import { addMigrate } from './migrate.ts';
import { addModels } from './models.ts';
import { addPerson } from './person.ts';
import { addPromo } from './promo.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { addSanity } from './sanity.ts';
import { addStart } from './start.ts';
import { addTask } from './task.ts';
import { addUncertain } from './uncertain.ts';

/** Every command of `kiegram`, in the order of its help. */
export const commands: readonly ((program: Command) => void)[] = [
  addStart,
  addDemo,
  addRun,
  addTask,
  addCredits,
  addSanity,
  addModels,
  addMigrate,
  addDoctor,
  addAudit,
  addUncertain,
  addReport,
  addPromo,
  addDb,
  addPerson,
];
