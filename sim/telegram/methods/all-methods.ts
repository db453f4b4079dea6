import { albums } from './albums.ts';
import { answering } from './answering.ts';
import { describing } from './describing.ts';
import { downloading } from './downloading.ts';
import { editing } from './editing.ts';
import type { Method } from './method.ts';
import { moving } from './moving.ts';
import { payments } from './payments.ts';
import { sending } from './sending.ts';
import { updating } from './updating.ts';

const tables: Record<string, Method> = {
  ...updating,
  ...sending,
  ...albums,
  ...editing,
  ...moving,
  ...payments,
  ...answering,
  ...describing,
  ...downloading,
};

const byLowerName = new Map(
  Object.entries(tables).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name in any case of letters, with the name as documented. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerName.get(name.toLowerCase());
}
