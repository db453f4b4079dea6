import type { FileView, Input, NewForm } from '../../../src/http/miniapp/contract.ts';
import { person } from '../server/session.ts';
import { forget, keep, kept } from '../storage.ts';

/** A form that is not ordered yet: what is filled in, and what its files look like. */
export interface Draft {
  input: Input;
  files: Record<string, FileView>;
}

/** On this device, each person's own: closing the page loses nothing. */
function placeOf(modelId: string): string {
  return `draft ${person.get().id} ${modelId}`;
}

/** What was filled in before; null for a form that has to be begun. */
export function readDraft(modelId: string): Draft | null {
  const text = kept('device', placeOf(modelId));
  return text === null ? null : { files: {}, ...(JSON.parse(text) as Pick<Draft, 'input'>) };
}

/** The addresses of files end within the hour and are asked for anew. */
export function keepDraft(modelId: string, { input }: Pick<Draft, 'input'>): void {
  keep('device', placeOf(modelId), JSON.stringify({ input }));
}

export function forgetDraft(modelId: string): void {
  forget('device', placeOf(modelId));
}

/** Lays a ready form out for the page that opens next. */
export function layOut({ modelId, input }: NewForm): void {
  keepDraft(modelId, { input });
}
