import type { FileView, Input, NewForm } from '../../../src/http/miniapp/contract.ts';
import { keep, kept } from '../telegram/launch.ts';

/** A form that is not ordered yet: what is filled in, and what its files look like. */
export interface Draft {
  input: Input;
  files: Record<string, FileView>;
}

/** What was filled in before in this tab, by model. */
export function readDraft(modelId: string): Draft {
  const text = kept(`draft ${modelId}`);
  return text === null ? { input: {}, files: {} } : (JSON.parse(text) as Draft);
}

export function keepDraft(modelId: string, draft: Draft): void {
  keep(`draft ${modelId}`, JSON.stringify(draft));
}

/** Lays a ready form out for the page that opens next. */
export function layOut({ modelId, input, files }: NewForm): void {
  keepDraft(modelId, { input, files });
}
