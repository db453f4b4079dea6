/*
 * What the server and the Mini App say to each other: types alone. Every call but the first carries
 * `Authorization: Bearer <token>`; texts come in the person's language. Failures answer {@link Refusal}.
 *
 * | call under /app/api | body → answer |
 * |---|---|
 * | POST /session | Launch → Session |
 * | GET /catalogue | → Catalogue |
 * | POST /form | FormRequest → FormView |
 * | POST /files?name= | the bytes of one file → UploadedFile |
 * | POST /generations | Order → GenerationView |
 * | GET /generations?before=&kind= | → GenerationPage |
 * | GET /generations/:id | → GenerationView |
 * | POST /generations/:id/cancel | → GenerationView |
 * | POST /generations/:id/reuse | Reuse → NewForm |
 * | POST /generations/:id/files/:index | → { ref }, what stands for a file of the result in an input |
 * | POST /generations/:id/send | → { sent: boolean } |
 * | POST /generations/:id/share | { index } → Share |
 * | POST /generations/:id/hide | → { hidden: boolean }, out of the gallery and of the chat's history |
 * | POST /links | { urls } → RenewedLinks |
 * | GET /events | → server-sent events, each `data:` an {@link AppEvent}; the first is a snapshot |
 * | GET /account?before= | → Account |
 * | POST /invoices | { packId } → { link }; of the subscription that is on offer, too |
 * | PUT /subscription | { id, runs: boolean } → Account |
 * | PUT /settings | Partial<Settings> → Person |
 *
 * Files are at the addresses that views carry: signed, for an hour; `/links` lengthens them.
 */
export interface Launch {
  /** `Telegram.WebApp.initData` as it came. */
  initData: string;
  /** A secret of this page: launch data that was used once is taken again only with the same key. */
  launchKey: string;
}

export interface Person {
  id: number;
  name: string;
  locale: string;
  favourites: string[];
  /** What is ordered here makes no noise in the chat. */
  isQuiet: boolean;
}

export interface Balance {
  available: number;
  held: number;
}

export interface Session {
  token: string;
  /** Milliseconds until the token ends. */
  livesMs: number;
  person: Person;
  balance: Balance;
  locales: { code: string; name: string }[];
  maxFileMb: number;
}

export interface Refusal {
  /** A code; `session` says that the token is not (or no longer) good. */
  error: string;
  /** For the person. */
  message: string;
  /** What is wrong in a form. */
  problems?: ProblemView[];
  values?: Record<string, string | number>;
}

export type Delivers = 'image' | 'video' | 'audio' | 'data';

export interface Catalogue {
  /** What people want to do, the most wished first; `count` models serve it. */
  types: { type: string; name: string; count: number }[];
  models: CatalogueModel[];
}

export interface CatalogueModel {
  id: string;
  title: string;
  provider: string;
  type: string;
  /** Every type it serves, its own first. */
  types: string[];
  delivers: Delivers;
  /** Credits that one result costs at least. */
  from: number;
  /** False when every result costs the same. */
  varies: boolean;
  /** Median of the last runs; absent without any. */
  seconds?: number;
}

export interface FormRequest {
  modelId: string;
  input: Input;
}

/** API field names; files that were uploaded stand as `attachment:<id>`. */
export type Input = Record<string, unknown>;

/** `free`: how many of this person's free ones of today are left for it; an order may ask for one. */
export type Price =
  | { kind: 'priced'; credits: number; free?: { left: number; perDay: number } }
  | { kind: 'incomplete' }
  | { kind: 'needs-measure' }
  | { kind: 'not-for-sale' };

/** A form as it stands: what applies, what is wrong, what it costs. The chat shows the same. */
export interface FormView {
  model: { id: string; title: string; provider: string; type: string; typeName: string; delivers: Delivers };
  fields: FieldView[];
  /** The field that is still needed, asked for next. */
  next: string | null;
  problems: ProblemView[];
  price: Price;
  available: number;
}

export interface ProblemView {
  /** Top-level field; '' for the form as a whole. */
  field: string;
  /** Where in it, e.g. `dialogue[1].voice`. */
  path: string;
  /** `required` is only a mark, no mistake yet. */
  code: string;
  text: string;
}

export type Control =
  | 'text'
  | 'number'
  | 'switch'
  | 'choice'
  | 'file'
  | 'files'
  | 'list'
  | 'object'
  | 'reference';

export interface Choice {
  value: string | number | boolean;
  label: string;
}

/** What a value may be; for lists and objects also what is in them. */
export interface Shape {
  control: Control;
  choices: Choice[];
  min?: number;
  max?: number;
  step?: number;
  isInteger?: boolean;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  file?: { kind: 'image' | 'video' | 'audio' | 'file'; maxMb?: number };
  items?: Shape;
  properties?: PropertyView[];
}

export interface PropertyView extends Shape {
  name: string;
  title: string;
  required: boolean;
}

export interface FieldView extends PropertyView {
  place: 'main' | 'more';
  role?: 'prompt' | 'media' | 'mask';
  value: unknown;
  default?: unknown;
}

export interface FileView {
  kind: 'image' | 'video' | 'audio' | 'file';
  name: string;
  url: string;
}

export interface UploadedFile extends FileView {
  /** What stands for it in an input. */
  ref: string;
}

export interface Order extends FormRequest {
  /** Made by the client, once per wish: the same key twice is the same generation. */
  key: string;
  /** The price that was shown. */
  credits: number;
  /** One of today's free ones, where the price offered it. */
  free?: boolean | undefined;
}

export type Phase =
  | 'queued'
  | 'paused'
  | 'running'
  | 'late'
  | 'delivering'
  | 'uncertain'
  | 'failed'
  | 'cancelled'
  | 'delivered';

export interface GenerationView {
  id: string;
  model: { id: string; title: string; delivers: Delivers; offered: boolean };
  phase: Phase;
  /** Why it failed, in words. */
  failure?: string;
  prompt?: string;
  credits: number;
  /** One of the person's free ones: the credits are the house's. */
  free: boolean;
  /** ISO 8601. */
  createdAt: string;
  elapsedSeconds: number;
  estimateSeconds?: number;
  queuePlace?: number;
  media: MediaView[];
  text?: string;
  /** What can be done with the first file next. */
  next: { type: string; name: string }[];
  /** In the answer for one generation only. */
  form?: NewForm;
  /** The first picture that went in, to compare with. */
  before?: string;
}

export interface MediaView extends FileView {
  role?: string;
  durationSeconds?: number;
  download: string;
  /** A small picture of it, where the chat made one; in pages of the gallery only. */
  thumbnail?: string;
}

export interface GenerationPage {
  items: GenerationView[];
  more: boolean;
}

/** What lets others see a result: a message that Telegram has ready, where it has one, and a link into the chat. */
export interface Share {
  prepared?: string;
  link: string;
}

/** In the order of the question; null for what was never an address of this person's. */
export interface RenewedLinks {
  urls: (string | null)[];
}

export interface Reuse {
  /** Which file of the result. */
  index: number;
  type: string;
}

/** A form to open; `files` shows what stands behind its references. */
export interface NewForm extends FormRequest {
  files: Record<string, FileView>;
}

export type AppEvent =
  | { type: 'snapshot'; generations: GenerationView[]; balance: Balance }
  | { type: 'generation'; generation: GenerationView; balance: Balance }
  | { type: 'balance'; balance: Balance };

export interface Account {
  balance: Balance;
  entries: EntryView[];
  more: boolean;
  packs: PackView[];
  /** Paid for some time to come, whether it goes on afterwards or not. */
  subscriptions: SubscriptionView[];
  /** A subscription that can be begun. */
  monthly?: PackView;
  invitation?: { link: string; credits: number };
  support: string | null;
}

export interface EntryView {
  id: number;
  what: string;
  amount: number;
  state: 'pending' | 'posted' | 'voided';
  at: string;
}

export interface SubscriptionView {
  id: string;
  stars: number;
  credits: number;
  /** `canceled` ends with what is paid; `failed`: the last payment did not go through. */
  state: 'active' | 'canceled' | 'failed';
  /** ISO 8601. */
  paidUntil: string;
}

export interface PackView {
  id: string;
  stars: number;
  credits: number;
}

export interface Settings {
  locale: string;
  favourites: string[];
  isQuiet: boolean;
}
