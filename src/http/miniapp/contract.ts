/*
 * What the server and the Mini App say to each other: types alone. Every call but the first two carries
 * `Authorization: Bearer <token>`; texts come in the person's language. Failures answer {@link Refusal}.
 *
 * | call under /app/api | body → answer |
 * |---|---|
 * | POST /session | Launch → Session |
 * | GET /catalogue/:locale | → Catalogue, the same for everybody |
 * | PUT /favourites | { modelId, on } → Person |
 * | POST /form | FormRequest, or { modelId } to begin one → FormView |
 * | GET /presets | → PresetView[] |
 * | POST /presets | FormRequest & { name } → PresetView; a name that is there gets the new form |
 * | GET /presets/:id | → NewForm |
 * | PUT /presets/:id | { name } → PresetView |
 * | DELETE /presets/:id | → { removed: boolean } |
 * | GET /references?model=&field= | → ReferenceView[], newest first |
 * | POST /files?name= | the bytes of one file → UploadedFile |
 * | POST /generations | Order → GenerationView |
 * | GET /generations?before=&kind=&words= | → GenerationPage |
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
 * 429 with Retry-After (seconds): the same call may come again then.
 * Files are at the addresses that views carry: signed, for an hour; `/links` lengthens them.
 */
import type { Delivers, FileView, FormRequest, Input, NewForm, ProblemView } from './contract-form.ts';

export type * from './contract-form.ts';

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

/** A browser may show one that is a day old: what is in it stays what it is, new things come beside it. */
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
  /** Came lately. */
  isNew: boolean;
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

/** An earlier result that a field of a form can name; `also` is what other fields of the form say of it. */
export interface ReferenceView {
  id: string;
  name: string;
  /** The title of the model that made it. */
  model: string;
  /** ISO 8601. */
  createdAt: string;
  also: Input;
  file?: MediaView;
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
  isQuiet: boolean;
}
