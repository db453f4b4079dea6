import type { Draft } from '#generation';
import { settleWaitingDraft, type WaitingDraft, waitingDrafts } from '#payments';
import { getPerson, type Person } from '#people';
import { type AppError, checkpoint, isAppError } from '#platform';
import { chatWith } from '../chat-with.ts';
import type { ChatContext } from '../context.ts';
import type { Services } from '../services.ts';
import { removeMessage } from '../status-board.ts';
import { loggable, troubleOf } from '../telegram-trouble.ts';
import { readWaitingForm } from '../waiting-form.ts';
import { confirm } from './confirm.ts';
import { createForms, type Forms } from './forms.ts';

/** Forms that waited for credits and are paid now: each starts by itself, or is shown again. */
export interface WaitingForms {
  /** Goes on with all of them, or with one person's; what fails now is tried in the next round. */
  goOn(personId?: number): Promise<void>;
}

type Slice = Pick<
  Services,
  | 'api'
  | 'database'
  | 'registry'
  | 'catalogue'
  | 'generations'
  | 'messenger'
  | 'translator'
  | 'clock'
  | 'log'
  | 'username'
>;

export function createWaitingForms(services: Slice): WaitingForms {
  const { database, clock, log } = services;
  const forms = createForms(services);

  return {
    async goOn(personId) {
      const all = await waitingDrafts(database.db);
      for (const waiting of all.filter((it) => personId === undefined || it.personId === personId)) {
        try {
          await goOnWith(services, forms, waiting);
          checkpoint('waiting:gone-on');
          await database.transaction((trx) => settleWaitingDraft(trx, waiting.invoiceId, clock.now()));
        } catch (error) {
          log.warn({ err: loggable(error), invoice: waiting.invoiceId }, 'a paid form could not go on now');
        }
      }
    },
  };
}

/** Resolves when the form needs nothing more from us. */
async function goOnWith(services: Slice, forms: Forms, waiting: WaitingDraft): Promise<void> {
  const { draftId, revision, credits } = readWaitingForm(waiting.draftId);
  const draft = await services.generations.drafts.get(draftId, waiting.personId);
  const person = await getPerson(services.database.db, waiting.personId);
  if (draft?.state !== 'open' || !person || !services.registry.get(draft.modelId)) return;
  const refusal = draft.revision === revision ? await start(services, { person, draft, credits }) : null;
  if (refusal === 'started') {
    if (draft.messageId !== null)
      await removeMessage(services.api, draft.chatId, draft.messageId).catch(() => false);
    return;
  }
  await showAgain(forms, chatWith(services, person), draft, refusal);
}

/** The same way as the button's: price and settings are checked anew. */
async function start(
  services: Slice,
  { person, draft, credits }: { person: Person; draft: Draft; credits: number },
): Promise<'started' | AppError> {
  const { registry } = services;
  const model = registry.find(draft.modelId);
  try {
    const validation = registry.validate(model.id, draft.input, { pendingFiles: true });
    const input = validation.ok ? validation.input : draft.input;
    await confirm(services, { person, draft, model, input, credits });
    checkpoint('waiting:started');
    return 'started';
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** The credits are there, only the form has to be confirmed once more. */
async function showAgain(
  forms: Forms,
  chat: ChatContext,
  draft: Draft,
  refusal: AppError | null,
): Promise<void> {
  const { voice } = chat;
  const key =
    refusal && voice.has(`error-${refusal.code}`) ? `error-${refusal.code}` : 'form-changed-meanwhile';
  try {
    await forms.showBelow(chat, draft, { notice: voice.html(key, { ...refusal?.values }) });
  } catch (error) {
    if (troubleOf(error).kind !== 'person-gone') throw error;
  }
}
