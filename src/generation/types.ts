import type { Quote } from '#pricing';
import type { FailureCode } from './failure.ts';
import type { GenerationState } from './states.ts';

/** Where something is said: a chat of Telegram, and in a group the message that it answers. */
export interface Place {
  chatId: number;
  replyTo: number | null;
  /** The topic of a forum. */
  threadId: number | null;
}

/** What a person asked for, as plain data: the only thing an edge hands to this room. */
export interface Intent {
  /** Names the wish; the same key twice is the same generation (a double tap, a replayed update). */
  key: string;
  personId: number;
  /** Where the result goes: a Telegram chat id. */
  chatId: number;
  replyTo?: number | null;
  threadId?: number | null;
  modelId: string;
  /** API field names; files not uploaded yet stand as `attachment:<id>`. */
  input: Record<string, unknown>;
  /** The price on the button that was pressed, in credits; another price today refuses the intent. */
  quotedCredits: number;
  /** The button promised one of today's free ones; refused when none is left. */
  free?: boolean;
  /** Its person follows it elsewhere: the chat hears of it only when it fails, and the result comes without a sound. */
  quiet?: boolean;
  /** The message that shows the status and is edited in place; a new one is sent without it. */
  statusMessageId?: number;
}

/** One paid run of a model for one person. Times are dates, money is whole credits. */
export interface Generation extends Place {
  id: string;
  key: string;
  personId: number;
  modelId: string;
  input: Record<string, unknown>;
  quote: Quote;
  /** Credits it costs: the quote, or less once kie.ai has said what it took of an upper bound. */
  price: number;
  /** One of the person's free ones of a day, or it came after it was given up: the house pays. */
  free: boolean;
  quiet: boolean;
  state: GenerationState;
  taskId: string | null;
  failure: Failure | null;
  result: Result | null;
  statusMessageId: number | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Why a generation failed. `code` is a phrase key (`failure-<code>`); the provider's words are for the operator. */
export interface Failure {
  code: FailureCode;
  providerCode: string | null;
  providerMessage: string | null;
}

/** What kie.ai made, with the shapes of its many models brought to one. */
export interface Result {
  media: ResultMedia[];
  /** Text results: lyrics, a transcript, a description. */
  text?: string;
  /** Anything else as kie.ai sent it (segments, notes, voice ids). */
  data?: unknown;
}

export interface ResultMedia {
  url: string;
  kind: MediaKind;
  title?: string;
  durationSeconds?: number;
  /** What this is beside the main result: `first-frame`, `last-frame`, `watermark`, `cover`. */
  role?: string;
  /** kie.ai's id of a track, by which later tasks of its family name it. */
  trackId?: string;
}

export type MediaKind = 'image' | 'video' | 'audio' | 'file';

/** One message (or album) that carries a part of a result. */
export interface Part {
  generationId: string;
  index: number;
  state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'kept';
  items: ResultMedia[];
  text?: string;
  /** Telegram's ids of what was sent, one per item: the result outlives kie.ai's 14 days. */
  sent: SentItem[];
}

export interface SentItem {
  messageId: number;
  fileId: string | null;
  /** The small picture that the chat made of it. */
  thumbnailId?: string;
  kind: 'photo' | 'video' | 'audio' | 'voice' | 'animation' | 'document' | 'text';
}

/** A file of a result with its bytes, ready to be sent; `mime` and `kind` are read from the content. */
export interface LoadedMedia extends ResultMedia {
  bytes: Uint8Array;
  mime: string;
  fileName: string;
}

/** Too large to be carried by the chat: the link is sent instead. */
export interface LinkedMedia extends ResultMedia {
  bytes: null;
  sizeBytes: number | null;
}

export interface PartToSend {
  generation: Generation;
  index: number;
  /** The last part carries the actions (again, edit, original …). */
  isLast: boolean;
  items: (LoadedMedia | LinkedMedia)[];
  text?: string;
}

/** What the status message says. */
export interface Status {
  generation: Generation;
  /** `paused`: in the line, which waits until our account at kie.ai is topped up. */
  phase:
    | 'queued'
    | 'paused'
    | 'running'
    | 'late'
    | 'delivering'
    | 'uncertain'
    | 'failed'
    | 'cancelled'
    | 'delivered';
  /** Place in the line while queued, from 1. */
  queuePlace?: number;
  /** About how long that place waits for its start. */
  startsInSeconds?: number;
  elapsedSeconds: number;
  /** Median of this model's last runs, in seconds; absent without history. */
  estimateSeconds?: number;
}

/**
 * How results reach a person: implemented by an edge (Telegram), given to this room at the start.
 * Errors are {@link MessengerError}s; anything else counts as "may have been sent".
 */
export interface Messenger {
  /** Sends or edits the status message; answers its id, or null where nothing can be shown. */
  showStatus(status: Status): Promise<number | null>;
  sendPart(part: PartToSend): Promise<SentItem[]>;
}

/** Tells the operator; `code` is a phrase key (`alert-<code>`). Never throws. */
export interface Operators {
  alert(code: AlertCode, values: Record<string, string | number>): Promise<void>;
}

/** What the operator is told; each is a phrase key `alert-<code>` in every locale. */
export const alertCodes = [
  'provider-out-of-credits',
  'provider-unauthorized',
  'provider-credits-low',
  'provider-credits-enough',
  'provider-closed',
  'provider-silent',
  'provider-answers',
  'uncertain-purchase',
  'uncertain-released',
  'job-dead',
  'disk-full',
  'disk-room',
] as const;

export type AlertCode = (typeof alertCodes)[number];

/** Where the bytes of an attachment come from (the chat's files): implemented by an edge. */
export interface AttachmentSource {
  /** The file behind a reference such as a Telegram `file_id`. Throws AppError `attachment-gone`. */
  open(ref: string): Promise<{ stream: ReadableStream<Uint8Array>; sizeBytes: number | null }>;
}

/** A file that a person sent: kept by reference, uploaded to kie.ai only when a generation needs it. */
export interface Attachment {
  id: string;
  personId: number;
  ref: string;
  kind: MediaKind;
  mime: string;
  fileName: string;
  sizeBytes: number | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
}

/** A form kept under a name, to begin others with. */
export interface Preset {
  id: string;
  personId: number;
  name: string;
  modelId: string;
  input: Record<string, unknown>;
}

/** A model a person has run, with the settings of the last time. */
export interface UsedModel {
  modelId: string;
  settings: Record<string, unknown>;
}

/** An unfinished form: one row, one revision per change; buttons carry id and revision. */
export interface Draft {
  id: string;
  personId: number;
  chatId: number;
  modelId: string;
  input: Record<string, unknown>;
  revision: number;
  /** The field whose value the next message gives, if one is awaited. */
  awaiting: string | null;
  /** The message that shows the form. */
  messageId: number | null;
  state: 'open' | 'submitted' | 'closed';
}
