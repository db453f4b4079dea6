// The simulator itself.

export type { SimClock, VirtualClock } from './clock.ts';
// Time: real by default, virtual in tests.
export { realClock, virtualClock } from './clock.ts';
export type { Mistake } from './input-check.ts';
// The simulator's reading of the models, for comparisons with another reading.
export { findMistake } from './input-check.ts';
// What happened.
export type { JournalEntry } from './journal.ts';
export type { SimModel } from './models.ts';
export { loadModels } from './models.ts';
export type { ScenarioName } from './named-scenarios.ts';
// What can be made to go wrong.
export { NAMED_SCENARIOS } from './named-scenarios.ts';
export type { KieSim, KieSimOptions, Speeds } from './options.ts';
export { type PriceContext, priceOf } from './price.ts';
export type { Fault, Match, Operation, TaskTwist } from './scenario.ts';
export { createKieSim } from './sim.ts';
export type { Task } from './tasks.ts';
