import type { Quote } from '#pricing';
import type { GenerationState } from './states.ts';
import type { Attachment, Draft, Generation, Intent, MediaKind, Part } from './types.ts';

/** What the edges may ask of this room. */
export interface Generations {
  /**
   * Takes an intent in one transaction: validate · quote · hold · row · enqueue. Never waits for kie.ai.
   * @throws AppError `unknown-model`, `model-unavailable`, `invalid-input` (with `problems`), `price-changed`,
   * `not-for-sale`, `balance-too-low` (values needed, available, missing), `too-many-open`.
   */
  submit(intent: Intent): Promise<Generation>;
  /** The price of this input today. Files are measured from their attachments. @throws AppError `not-for-sale`, `needs-measure` */
  quote(modelId: string, input: Record<string, unknown>): Promise<Quote>;
  get(id: string): Promise<Generation | null>;
  /** The states it has been in, in order. */
  story(id: string): Promise<{ state: GenerationState; at: Date }[]>;
  parts(id: string): Promise<Part[]>;
  /** Newest first; `before` is a generation's id. */
  history(
    personId: number,
    page: { limit: number; before?: string; kind?: MediaKind },
  ): Promise<Generation[]>;
  /** Only from `queued`; the hold goes back. @throws AppError `too-late-to-cancel` */
  cancel(id: string, personId: number): Promise<Generation>;
  drafts: Drafts;
  attachments: Attachments;
}

export interface Drafts {
  open(draft: Pick<Draft, 'personId' | 'chatId' | 'modelId' | 'input'>): Promise<Draft>;
  get(id: string, personId: number): Promise<Draft | null>;
  /** The draft that awaits this person's next message, if any. */
  awaiting(personId: number, chatId: number): Promise<Draft | null>;
  /** Writes only over `revision`; null when somebody was faster (a stale button, a replayed update). */
  change(
    id: string,
    revision: number,
    change: Partial<Pick<Draft, 'input' | 'modelId' | 'awaiting' | 'messageId' | 'state'>>,
  ): Promise<Draft | null>;
}

export interface Attachments {
  /** The same `ref` of the same person is the same attachment. */
  keep(attachment: Omit<Attachment, 'id'>): Promise<Attachment>;
  get(id: string): Promise<Attachment | null>;
}
