import type { World } from '#sim';
import { walkCustomer, walkNewcomer, walkPoor } from './customer.ts';
import { walkGroup } from './group.ts';
import { walkOperator } from './operator.ts';
import type { Begin } from './walk.ts';
import type { Person } from './walker.ts';

export interface House {
  begin: Begin;
  join(name: string): Person;
  /** The id of whoever is named an operator. */
  operator: number;
}

const JOURNEYS = [walkNewcomer, walkCustomer, walkPoor, walkGroup, walkOperator];

/** Everything that is no model's form, one after the other; what a journey could not go on with is a fault. */
export async function walkHouse(world: World, house: House): Promise<string[]> {
  const broken: string[] = [];
  for (const journey of JOURNEYS)
    await journey(world, house).catch((error: unknown) => broken.push(`${journey.name}: ${error}`));
  return broken;
}
