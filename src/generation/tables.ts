import type { ColumnType, Generated } from 'kysely';
import type { Quote } from '#pricing';
import type { GenerationState } from './states.ts';
import type { Failure, MediaKind, Part, Result, ResultMedia, SentItem } from './types.ts';

/** JSON columns are read as values and written as their text (arrays would become PostgreSQL arrays). */
type Json<T> = ColumnType<T, string, string>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface GenerationsTable {
  id: string;
  key: string;
  person_id: number;
  chat_id: number;
  model_id: string;
  input: Json<Record<string, unknown>>;
  task_input: NullableJson<Record<string, unknown>>;
  quote: Json<Quote>;
  credits: number;
  free: Defaulted<boolean>;
  quiet: Defaulted<boolean>;
  gift: Defaulted<boolean>;
  state: GenerationState;
  callback_secret: string;
  task_id: Nullable<string>;
  failure: NullableJson<Failure>;
  result: NullableJson<Result>;
  kie_credits: Nullable<number>;
  status_message_id: Nullable<number>;
  reply_to: Nullable<number>;
  thread_id: Nullable<number>;
  traceparent: Nullable<string>;
  attempts: Defaulted<number>;
  wake_at: Nullable<Date>;
  not_before: Nullable<Date>;
  leased_until: Nullable<Date>;
  late_told_at: Nullable<Date>;
  hidden_at: Nullable<Date>;
  created_at: Date;
  submitted_at: Nullable<Date>;
  started_at: Nullable<Date>;
  finished_at: Nullable<Date>;
}

export interface PartsTable {
  generation_id: string;
  index: number;
  state: Part['state'];
  items: Json<ResultMedia[]>;
  text: Nullable<string>;
  sent: ColumnType<SentItem[], string | undefined, string>;
  sent_again: Defaulted<number>;
}

export interface AttachmentsTable {
  id: string;
  person_id: number;
  ref: string;
  kind: MediaKind;
  mime: string;
  file_name: string;
  size_bytes: Nullable<number>;
  width: Nullable<number>;
  height: Nullable<number>;
  duration_seconds: Nullable<number>;
  url: Nullable<string>;
  url_expires_at: Nullable<Date>;
  created_at: Date;
}

export interface DraftsTable {
  id: string;
  person_id: number;
  chat_id: number;
  model_id: string;
  input: Json<Record<string, unknown>>;
  revision: Defaulted<number>;
  awaiting: Nullable<string>;
  message_id: Nullable<number>;
  state: Defaulted<'open' | 'submitted' | 'closed'>;
  created_at: Date;
  updated_at: Date;
}

export interface UsedModelsTable {
  person_id: number;
  model_id: string;
  settings: Json<Record<string, unknown>>;
  used_at: Date;
}

export interface PresetsTable {
  id: string;
  person_id: number;
  name: string;
  model_id: string;
  input: Json<Record<string, unknown>>;
  created_at: Date;
}

export interface UploadsTable {
  id: string;
  piece: number;
  person_id: number;
  bytes: Uint8Array;
  created_at: Date;
}

export interface ThumbnailsTable {
  generation_id: string;
  index: number;
  bytes: Uint8Array;
  kept_at: Date;
}

declare global {
  interface Tables {
    generations: GenerationsTable;
    parts: PartsTable;
    attachments: AttachmentsTable;
    drafts: DraftsTable;
    used_models: UsedModelsTable;
    presets: PresetsTable;
    uploads: UploadsTable;
    thumbnails: ThumbnailsTable;
    moves: { id: Generated<number>; generation_id: string; state: GenerationState; at: Date };
    turns: { person_id: number; served_at: Date };
    provider_window: { name: string; taken: Date[] };
  }
}
