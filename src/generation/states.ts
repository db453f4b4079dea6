/** The only legal moves of a generation; every write names the state it expects to leave. */
export const moves = {
  queued: ['submitting', 'cancelled', 'failed'],
  submitting: ['running', 'queued', 'failed', 'uncertain'],
  uncertain: ['running', 'queued', 'failed'],
  running: ['succeeded', 'failed'],
  succeeded: ['delivered', 'failed'],
  delivered: [],
  failed: ['succeeded'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type GenerationState = keyof typeof moves;

/** Ends. Only a failure may be taken back: by a success that came after the generation was given up. */
export const finalStates = ['delivered', 'failed', 'cancelled'] as const satisfies GenerationState[];

export function isFinal(state: GenerationState): boolean {
  return (finalStates as readonly GenerationState[]).includes(state);
}
