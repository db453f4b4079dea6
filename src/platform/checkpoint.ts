import { channel } from 'node:diagnostics_channel';

const checkpoints = channel('kiegram:checkpoint');

/**
 * Names the point that the program has just reached between two effects. Costs nothing unless somebody
 * listens to the diagnostics channel `kiegram:checkpoint`: the crash tests do, and kill the process there.
 */
export function checkpoint(name: string): void {
  if (checkpoints.hasSubscribers) checkpoints.publish(name);
}
