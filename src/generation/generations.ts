import type { Quote } from '#pricing';
import type { FreeToday } from './free-today.ts';
import type { Purchases } from './purchases.ts';
import type { OpenFile } from './result-file.ts';
import type { GenerationState } from './states.ts';
import type {
  Attachment,
  Draft,
  Generation,
  Intent,
  MediaKind,
  Part,
  Preset,
  ResultMedia,
  Status,
  UsedModel,
} from './types.ts';

/** What the edges may ask of this room. */
export interface Generations {
  /**
   * Takes an intent in one transaction: validate · quote · hold · row · enqueue. Never waits for kie.ai.
   * @throws AppError `unknown-model`, `model-unavailable`, `invalid-input` (with `problems`), `price-changed`,
   * `not-for-sale`, `balance-too-low` (values needed, available, missing), `too-many-open`,
   * `free-used-up`.
   */
  submit(intent: Intent): Promise<Generation>;
  /** The price of this input today. Files are measured from their attachments. @throws AppError `not-for-sale`, `needs-measure` */
  quote(modelId: string, input: Record<string, unknown>): Promise<Quote>;
  /** What this person has left today for a generation of this model and price; null where it is never free. */
  freeToday(personId: number, modelId: string, credits: number): Promise<FreeToday | null>;
  get(id: string): Promise<Generation | null>;
  /** Where it stands now; null for an unknown one. */
  status(id: string): Promise<Status | null>;
  /** Where everything of these people stands that is under way or ended after `since`. */
  statuses(personIds: readonly number[], since: Date): Promise<Status[]>;
  /** The states it has been in, in order. */
  story(id: string): Promise<{ state: GenerationState; at: Date }[]>;
  parts(id: string): Promise<Part[]>;
  /** What the person has not put away, newest first; `before` is a generation's id, `words` occur in the input. */
  history(personId: number, page: HistoryPage): Promise<Generation[]>;
  /** The same of what is over, as it stands for good. */
  ended(personId: number, page: HistoryPage): Promise<Status[]>;
  /** Which of a person's results has its file at this address, as `resultAsInput` gave it. */
  resultWith(personId: number, url: string): Promise<{ id: string; index: number } | null>;
  /** Puts it out of the history; false when it is not this person's or still under way. */
  hide(id: string, personId: number): Promise<boolean>;
  /** The result that a message of this chat carries, and which of its files. */
  resultAt(chatId: number, messageId: number): Promise<{ generation: Generation; index: number } | null>;
  /** The generation made of this intent's key. */
  byKey(key: string): Promise<Generation | null>;
  /** Only from `queued`; the hold goes back. @throws AppError `too-late-to-cancel` */
  cancel(id: string, personId: number): Promise<Generation>;
  /** A file of its result; null when it is kept nowhere any more. */
  openResult(id: string, index: number): Promise<(OpenFile & { media: ResultMedia }) | null>;
  /** A file of its result, measured, as the value of a file field; null when it is kept nowhere any more. */
  resultAsInput(id: string, index: number): Promise<string | null>;
  /** Which files of these results have a small copy, by generation. */
  thumbnailed(generations: readonly Generation[]): Promise<ReadonlyMap<string, ReadonlySet<number>>>;
  /** The small copy of a file of its result, a JPEG or WebP of some 20 kB; null where there is none. */
  openThumbnail(id: string, index: number): Promise<Uint8Array | null>;
  /**
   * The file behind an address, kept and measured as if it had been sent.
   * @throws AppError `address-unreachable`, `upload-too-large`, `upload-unreadable`, `too-many-uploads`
   */
  fetchFile(file: { personId: number; address: string }): Promise<Attachment>;
  drafts: Drafts;
  attachments: Attachments;
  usedModels: UsedModels;
  presets: Presets;
  /** For operators. */
  purchases: Purchases;
  /** Median seconds of the last runs of every model that has some. */
  typicalSeconds(): Promise<ReadonlyMap<string, number>>;
}

export interface HistoryPage {
  limit: number;
  before?: string;
  /** `text`: results without a file. */
  kind?: MediaKind | 'text';
  words?: string;
  /** Results of these models alone. */
  models?: readonly string[];
}

export interface UsedModels {
  remember(personId: number, used: UsedModel): Promise<void>;
  get(personId: number, modelId: string): Promise<UsedModel | null>;
  /** Latest first. */
  recent(personId: number, limit: number): Promise<UsedModel[]>;
}

export interface Presets {
  /** The same name again takes the place of the former. */
  save(preset: Omit<Preset, 'id'>): Promise<Preset>;
  /** Anybody's: a preset is shared by its link. */
  get(id: string): Promise<Preset | null>;
  /** By name. */
  of(personId: number): Promise<Preset[]>;
  /** Null when it is not this person's. @throws AppError `preset-name-taken` */
  rename(id: string, personId: number, name: string): Promise<Preset | null>;
  remove(id: string, personId: number): Promise<boolean>;
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
  /**
   * Keeps the bytes themselves, for two days.
   * @throws AppError `upload-too-large`, `upload-unreadable`, `too-many-uploads`
   */
  upload(file: { personId: number; fileName: string; bytes: Uint8Array }): Promise<Attachment>;
  get(id: string): Promise<Attachment | null>;
  /** The bytes of an attachment. @throws AppError `attachment-gone` */
  open(attachment: Attachment): Promise<OpenFile>;
}
