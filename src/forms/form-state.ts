import type { FreeToday, Generations } from '#generation';
import { isAppError } from '#platform';
import {
  type FormField,
  fields,
  type Input,
  type Model,
  nextQuestion,
  type Problem,
  type Registry,
} from '#registry';

/** What the confirm button can promise; `free` where this person has some left today. */
export type Price =
  /** `atMost`: an upper bound; what is not needed comes back. */
  | { kind: 'priced'; credits: number; atMost: boolean; free?: FreeToday }
  | { kind: 'incomplete' }
  | { kind: 'needs-measure' }
  | { kind: 'not-for-sale' };

/** A form as it stands: the same for the chat and the Mini App. */
export interface FormState {
  model: Model;
  fields: readonly FormField[];
  /** The field to ask for next; null when nothing is missing. */
  question: FormField | null;
  problems: readonly Problem[];
  price: Price;
  /** Complete with its defaults when nothing is wrong, else as given. */
  input: Input;
}

interface Parts {
  registry: Registry;
  generations: Pick<Generations, 'quote' | 'freeToday'>;
}

/** Which fields apply, what is wrong, and what it costs this person today. */
export async function formState(
  { registry, generations }: Parts,
  model: Model,
  { input, personId }: { input: Input; personId: number },
): Promise<FormState> {
  const validation = registry.validate(model.id, input, { pendingFiles: true });
  return {
    model,
    fields: fields(model, input).filter(({ field }) => field.deprecated !== true),
    question: nextQuestion(model, input),
    problems: validation.ok ? [] : validation.problems,
    price: validation.ok
      ? await priceOf(generations, model.id, validation.input, personId)
      : { kind: 'incomplete' },
    input: validation.ok ? validation.input : input,
  };
}

async function priceOf(
  generations: Parts['generations'],
  modelId: string,
  input: Input,
  personId: number,
): Promise<Price> {
  try {
    const { credits, upperBound } = await generations.quote(modelId, input);
    const free = await generations.freeToday(personId, modelId, credits);
    return { kind: 'priced', credits, atMost: upperBound, ...(free && free.left > 0 ? { free } : {}) };
  } catch (error) {
    if (isAppError(error, 'not-for-sale')) return { kind: 'not-for-sale' };
    if (isAppError(error, 'needs-measure')) return { kind: 'needs-measure' };
    throw error;
  }
}
