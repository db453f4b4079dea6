/** A form whose price was agreed to but is not covered yet: which draft, as which revision, for how much. */
export interface WaitingForm {
  draftId: string;
  revision: number;
  credits: number;
}

/** As an invoice keeps it (`waitingDraftId`): only the very form that was confirmed goes on by itself. */
export function writeWaitingForm({ draftId, revision, credits }: WaitingForm): string {
  return [draftId, revision, credits].join(':');
}

export function readWaitingForm(text: string): WaitingForm {
  const [draftId = '', revision, credits] = text.split(':');
  return { draftId, revision: Number(revision), credits: Number(credits) };
}
