import { habitsIn } from '#forms';
import type { Draft, Generation, Intent, Place } from '#generation';
import { type Person, preferModel } from '#people';
import { checkpoint } from '#platform';
import type { Model } from '#registry';
import { privatePlace } from '../place.ts';
import type { Services } from '../services.ts';

/** A form with the price its person agreed to. */
export interface ConfirmedForm {
  person: Person;
  draft: Draft;
  model: Model;
  /** Complete and valid. */
  input: Record<string, unknown>;
  credits: number;
  /** The button promised one of today's free ones. */
  free?: boolean;
  /** Where it was confirmed; without it the draft's own private chat. */
  place?: Place;
  /** The message that becomes the status; a new one without it. */
  statusMessageId?: number;
}

type Slice = Pick<Services, 'database' | 'generations' | 'messenger' | 'log'>;

/**
 * Makes a confirmed form a generation, once per draft and revision however often it is confirmed.
 *
 * @throws AppError whatever `Generations.submit` refuses; then the form is still open
 */
export async function confirm(services: Slice, form: ConfirmedForm): Promise<Generation> {
  const { generations, messenger, log } = services;
  const { person, draft, model } = form;
  const generation = await generations.submit(intentOf(form));
  checkpoint('confirm:submitted');
  await generations.drafts.change(draft.id, draft.revision, { state: 'submitted', awaiting: null });
  checkpoint('confirm:closed');
  await preferModel(services.database, person, { type: model.model_type, modelId: model.id });
  await generations.usedModels.remember(person.id, {
    modelId: model.id,
    settings: habitsIn(model, draft.input),
  });
  // A tap that came again after a crash may find it long past the queue: then its own reports tell.
  if (generation.state !== 'queued' || form.statusMessageId === undefined) return generation;
  // While the line is paused that is what it says, whichever of the first two reports comes last.
  const status = (await generations.status(generation.id)) ?? {
    generation,
    phase: 'queued',
    elapsedSeconds: 0,
  };
  await messenger.showStatus(status).catch((err: unknown) => {
    log.warn({ err, generation: generation.id }, 'the first status could not be shown; a later one will be');
  });
  return generation;
}

function intentOf(form: ConfirmedForm): Intent {
  const { person, draft, model, input, credits, free, statusMessageId, place } = form;
  return {
    key: `draft:${draft.id}:${draft.revision}`,
    personId: person.id,
    ...(place ?? privatePlace(draft.chatId)),
    modelId: model.id,
    input,
    quotedCredits: credits,
    ...(free === undefined ? {} : { free }),
    ...(statusMessageId === undefined ? {} : { statusMessageId }),
  };
}
