import { continueTrace, step } from '#platform';
import type { GenerationRow } from './store.ts';

/** Does one step of a generation within the trace that its order began, whichever process is at it. */
export function traceStep<T>(
  row: Pick<GenerationRow, 'id' | 'model_id' | 'traceparent'>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const facts = { 'kiegram.generation': row.id, 'kiegram.model': row.model_id };
  return continueTrace(row.traceparent, () => step(`generation ${name}`, facts, work));
}
