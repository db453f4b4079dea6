import type { Collaborators } from './collaborators.ts';
import type { Generations } from './generations.ts';
import { isFinal } from './states.ts';
import type { Generation, Intent } from './types.ts';

/**
 * `handleKieGeneration(modelId, userInput)`: the one way for every model. It finds the model, validates,
 * creates the task, waits, parses the result, sends it to the person, and writes history and charge, in
 * that order; resolves when the generation has ended, whichever way. Everything it does is done by the same
 * steps that serve the chat, so it may die anywhere and another process goes on.
 *
 * @throws what {@link Generations.submit} throws: nothing was sent to kie.ai and nothing held
 */
export type KieGenerationHandler = (modelId: string, userInput: UserInput) => Promise<Generation>;

export type UserInput = Omit<Intent, 'modelId' | 'quotedCredits'> & {
  /** The price the person agreed to; without it today's price is taken as agreed. */
  quotedCredits?: number;
  signal?: AbortSignal;
};

/** Other processes may end the generation, so the row is looked at, not only this process's own work. */
const lookEveryMs = 200;

export function createHandler(
  { clock }: Pick<Collaborators, 'clock'>,
  generations: Generations,
): KieGenerationHandler {
  return async (modelId, { signal, quotedCredits, ...wish }) => {
    const price = quotedCredits ?? (await generations.quote(modelId, wish.input)).credits;
    const { id } = await generations.submit({ ...wish, modelId, quotedCredits: price });
    for (;;) {
      const generation = await generations.get(id);
      if (generation && isFinal(generation.state)) return generation;
      await clock.sleep(lookEveryMs, signal);
    }
  };
}
