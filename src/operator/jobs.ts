import { broadcastJob } from './broadcasts.ts';
import { catalogueJob } from './catalogue/check.ts';
import { creditsMovedJob } from './credits-moved.ts';

/** Work of this room that survives a restart. */
export const operatorJobs = [broadcastJob, catalogueJob, creditsMovedJob];
