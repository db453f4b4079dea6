import { broadcastJob } from './broadcasts.ts';
import { catalogueJob } from './catalogue/check.ts';

/** Work of this room that survives a restart. */
export const operatorJobs = [broadcastJob, catalogueJob];
