import { channel } from 'node:diagnostics_channel';

const measurements = channel('kiegram:measurement');

/** Something that happened, for whoever counts. `label` and `result` come from short, fixed lists: never content. */
export type Measurement =
  | { of: 'update'; label: string; result: 'handled' | 'failed'; seconds: number }
  | { of: 'telegram-call' | 'provider-call'; label: string; result: string; seconds: number }
  | { of: 'job'; label: string; result: 'done' | 'failed'; seconds: number }
  | { of: 'generation'; label: string; id: string }
  | { of: 'part'; label: string };

/** Tells whoever listens. Costs nothing while nobody does. */
export function measure(measurement: Measurement): void {
  if (measurements.hasSubscribers) measurements.publish(measurement);
}

/** Hears every measurement of this process until the returned function is called. */
export function onMeasurement(listener: (measurement: Measurement) => void): () => void {
  const hear = (message: unknown) => listener(message as Measurement);
  measurements.subscribe(hear);
  return () => void measurements.unsubscribe(hear);
}

/** Seconds since a moment of `performance.now()`. */
export function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
