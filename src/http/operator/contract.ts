/*
 * What the server and the operator's desk say to each other: types alone. Every call carries the header `x-desk: 1`,
 * which no other site can make a browser send, and the session: a cookie, or `Authorization: Bearer` inside of Telegram.
 * Times are ISO 8601, money is whole credits unless it says kie credits. Failures answer {@link Refusal}.
 *
 * | call under /operator/api | body → answer |
 * |---|---|
 * | POST /session | Login → Desk |
 * | GET /session | → Desk |
 * | DELETE /session | → {} |
 * | GET /live | → Snapshot |
 * | GET /charts?days= | → Charts |
 * | GET /people?search=&banned=&after= | → Page<PersonRow> |
 * | GET /people/:id | → PersonCard |
 * | POST /people/:id/grant, /take | Credits → CreditsDone |
 * | POST /people/:id/block, /unblock | Reason → {} |
 * | GET /generations?state=&model=&person=&after= | → Page<GenerationRow> |
 * | GET /generations/:id | → GenerationStory |
 * | GET /payments?state=&person=&after= | → Page<PaymentRow> |
 * | POST /payments/:charge/refund | Refund → RefundDone |
 * | GET /uncertain | → Uncertain[] |
 * | POST /uncertain/:id/attach, /retry, /release | Resolution → {} |
 * | GET /promo | → Promo[] |
 * | POST /promo | NewPromo → Promo |
 * | POST /promo/:code/close | Reason → Promo |
 * | GET /broadcasts | → Broadcast[] |
 * | POST /broadcasts | NewBroadcast → Broadcast |
 * | GET /broadcasts/:id | → BroadcastCard |
 * | PUT /broadcasts/:id/audience | Audience → Broadcast |
 * | POST /broadcasts/:id/preview | {} → Preview |
 * | POST /broadcasts/:id/start, /pause, /resume, /cancel | Reason → {} |
 * | GET /audit?subject=&after= | → Page<Action> |
 * | GET /models | → ModelRow[] |
 * | POST /models/:id/on, /off | Reason → {} |
 * | GET /catalogue | → CatalogueState |
 * | POST /catalogue | Reason → {} |
 * | GET /catalogue/report | → CatalogueReport, null |
 * | PUT /markup | Markup → {} |
 * | POST /payments/:charge/credit | Credits → {} |
 * | GET /csv/people, /csv/generations, /csv/payments, /csv/audit | the same filters → a CSV file |
 * | GET /csv/promo, /csv/uncertain, /csv/models, /csv/broadcasts, /csv/catalogue, /csv/running, /csv/failures,
 * /csv/speeds, /csv/replicas, /csv/jobs, /csv/days?days=, /csv/margins?days= | → a CSV file |
 */
export interface Login {
  /** The secret of a link of the bot. */
  link?: string | undefined;
  /** `Telegram.WebApp.initData`, where Telegram opened the page. */
  initData?: string | undefined;
  /** A secret of this page, as in the Mini App. */
  launchKey?: string | undefined;
}

export interface Desk {
  person: { id: number; name: string; locale: string };
  timeZone: string;
  /** For the header, where cookies do not reach: inside of Telegram. */
  secret?: string;
}

export interface Refusal {
  error: string;
  /** For the operator, in their language. */
  message: string;
  values?: Record<string, string | number>;
}

export interface Page<Row> {
  rows: Row[];
  /** The next page's `after`; null at the end. */
  next: string | null;
}

export type State =
  | 'queued'
  | 'submitting'
  | 'uncertain'
  | 'running'
  | 'succeeded'
  | 'delivered'
  | 'failed'
  | 'cancelled';

export interface ServiceCalls {
  answered: number;
  /** By code; `none`: no answer. */
  failed: Record<string, number>;
}

export interface Replica {
  id: string;
  role: string;
  host: string;
  pid: number;
  state: string;
  leads: boolean;
  calls: { telegram: ServiceCalls; kie: ServiceCalls };
  startedAt: string;
  seenAt: string;
}

export interface OpenGeneration {
  id: string;
  personId: number;
  firstName: string;
  modelId: string;
  state: State;
  taskId: string | null;
  credits: number;
  createdAt: string;
  startedAt: string | null;
}

export interface FailureGroup {
  modelId: string;
  code: string;
  words: string | null;
  count: number;
  lastAt: string;
  generationId: string;
}

export interface ModelSpeed {
  modelId: string;
  /** Median seconds. */
  today: number;
  runs: number;
  before: number | null;
}

export interface JobCounts {
  ready: number;
  active: number;
  delayed: number;
  failed: number;
  oldestSeconds: number;
}

/** The operator's day so far. */
export interface Today {
  day: string;
  newPeople: number;
  activePeople: number;
  payments: number;
  stars: number;
  money: { delivered: number; failed: number; income: number; spending: number };
}

export interface Snapshot {
  at: string;
  today: Today;
  queue: { waiting: number; oldestSeconds: number };
  open: Partial<Record<State, number>>;
  running: OpenGeneration[];
  jobs: Record<string, JobCounts>;
  failures: FailureGroup[];
  speeds: ModelSpeed[];
  /** In kie credits. */
  provider: {
    level: 'enough' | 'low' | 'closed';
    kieCredits: number | null;
    askedAt: string | null;
    lastHour: number;
    perDay: number;
    daysLeft: number | null;
  };
  replicas: Replica[];
}

export interface ModelDay {
  modelId: string;
  delivered: number;
  failed: number;
  income: number;
  given: number;
  /** Kie credits. */
  spending: number;
}

export interface Day {
  day: string;
  models: ModelDay[];
  newPeople: number;
  returning: number;
  stars: number;
}

export interface Charts {
  /** Oldest first. */
  days: Day[];
  /** Of all these days together, by model. */
  margins: ModelDay[];
  funnel: { met: number; ordered: number; received: number; paid: number };
  markup: number;
}

export interface PersonRow {
  id: number;
  firstName: string;
  username: string | null;
  locale: string;
  available: number;
  held: number;
  bannedAt: string | null;
  botBlockedAt: string | null;
  createdAt: string;
  lastSeenAt: string;
}

/** Why credits move. */
export type TransferKind =
  | 'spend'
  | 'free'
  | 'start'
  | 'stars'
  | 'operator'
  | 'promo'
  | 'referral'
  | 'refund-undone'
  | 'refund'
  | 'operator-withdrawal';

export interface StatementLine {
  id: number;
  kind: TransferKind;
  memo: string;
  state: 'pending' | 'posted' | 'voided';
  amount: number;
  at: string;
}

export interface PersonCard extends PersonRow {
  open: number;
  invited: number;
  isOperator: boolean;
  statement: StatementLine[];
  generations: GenerationRow[];
  payments: PaymentRow[];
  actions: Action[];
}

export interface Reason {
  reason: string;
  /** Made by the page, once per press: the same key twice acts once. */
  key: string;
}

export interface Credits extends Reason {
  amount: number;
  /** Whether the person, who hears of the credits, reads the reason as well. */
  isTold?: boolean;
}

export interface Markup extends Reason {
  /** Credits per kie credit; null: the MARKUP of the settings again. */
  markup: number | null;
}

export interface CreditsDone {
  amount: number;
  available: number;
}

export interface GenerationRow {
  id: string;
  personId: number;
  firstName: string;
  modelId: string;
  state: State;
  credits: number;
  kieCredits: number | null;
  free: boolean;
  failureCode: string | null;
  createdAt: string;
  finishedAt: string | null;
}

export interface LedgerLine {
  id: number;
  phase: 'pending' | 'posted' | 'voided';
  from: string;
  to: string;
  amount: number;
  kind: TransferKind;
  memo: string;
  at: string;
}

export interface StoryPart {
  index: number;
  state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'kept';
  items: { kind: string; url: string; role?: string }[];
  sent: { messageId: number; kind: string }[];
  sentAgain: number;
}

export interface GenerationStory extends GenerationRow {
  input: Record<string, unknown>;
  quote: { credits: number; kieCredits: number; upperBound: boolean };
  taskId: string | null;
  attempts: number;
  failure: { code: string; providerCode: string | null; providerMessage: string | null } | null;
  /** Why it failed, as the person was told. */
  failureText: string | null;
  text: string | null;
  moves: { state: State; at: string }[];
  parts: StoryPart[];
  ledger: LedgerLine[];
}

export interface PaymentRow {
  chargeId: string;
  invoiceId: string | null;
  payerId: number;
  firstName: string | null;
  stars: number;
  credits: number;
  state: 'credited' | 'unmatched' | 'refunding' | 'refunded';
  problem: string | null;
  withdrawn: number;
  paidAt: string;
  refundReason: string | null;
}

export interface Refund extends Reason {
  /** Although credits of it are spent: what is left is taken. */
  force: boolean;
}

export interface RefundDone {
  outcome: 'done' | 'refused' | 'pending';
  stars: number;
  withdrawn: number;
}

export interface Uncertain {
  id: string;
  personId: number;
  firstName: string;
  username: string | null;
  modelId: string;
  credits: number;
  kieCredits: number;
  submittedAt: string;
  releasedAt: string;
  callbackTaskIds: string[];
}

export interface Resolution extends Reason {
  taskId?: string | undefined;
}

export interface Promo {
  code: string;
  credits: number;
  maxUses: number | null;
  uses: number;
  expiresAt: string | null;
}

export interface NewPromo extends Reason {
  code: string;
  credits: number;
  maxUses: number | null;
  /** The last day, `YYYY-MM-DD`. */
  until: string | null;
}

export interface Audience {
  /** null: every language. */
  locale: string | null;
  /** Seen within so many days; null: all. */
  activeDays: number | null;
}

export interface NewBroadcast extends Audience {
  text: string;
}

export interface Broadcast extends Audience {
  id: number;
  text: string;
  state: 'draft' | 'running' | 'paused' | 'cancelled' | 'done';
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  /** Recipients listed so far. */
  total: number;
  sent: number;
  /** Has blocked the bot, or is no more. */
  gone: number;
  failed: number;
  /** In flight when a process died; not sent again. */
  unsure: number;
}

export interface BroadcastCard extends Broadcast {
  /** How many it would reach now; null once it has begun. */
  reach: number | null;
  /** Whom it can be written for. */
  locales: { id: string; name: string }[];
}

/** What became of the message to the operator alone. */
export interface Preview {
  isSent: boolean;
}

export interface Action {
  id: number;
  at: string;
  via: 'chat' | 'desk' | 'cli';
  adminId: number | null;
  adminName: string | null;
  code: string;
  subject: string;
  reason: string;
  details: Record<string, unknown>;
}

export interface ModelRow {
  id: string;
  title: string;
  provider: string;
  type: string;
  typeName: string;
  /** As the registry says. */
  status: 'active' | 'legacy' | 'removed';
  /** Switched off by an operator. */
  off: boolean;
  /** Credits that one result costs at least; null where there is no price. */
  from: number | null;
  varies: boolean;
  /** Credits per kie credit. */
  markup: number;
  /** Median seconds of the last runs. */
  seconds: number | null;
}

/** The registry held against kie.ai's catalogue, as far as it has come. */
export interface CatalogueCheck {
  id: number;
  state: 'running' | 'done' | 'failed';
  begunAt: string;
  endedAt: string | null;
  /** Models read, of how many; 0 of 0 before the list is there. */
  read: number;
  total: number;
  /** What the last attempt failed of. */
  words: string | null;
}

export interface CatalogueState {
  check: CatalogueCheck | null;
  /** The check that the last report is of. */
  reportId: number | null;
}

export interface CatalogueReport {
  /** The check's. */
  id: number;
  endedAt: string;
  /** At kie.ai, not in the registry. */
  added: {
    id: string;
    title: string | null;
    provider: string | null;
    taskTypes: string[];
    price: string | null;
  }[];
  /** In the registry, no longer at kie.ai. */
  vanished: string[];
  /** At kie.ai, but not active in the registry. */
  returned: string[];
  differences: Difference[];
  /** Fields not compared: kie.ai publishes none. */
  unread: string[];
  /** Models of both sides. */
  compared: number;
}

export interface Difference {
  model: string;
  /** Field and aspect, e.g. `prompt max_length`, or `price`. */
  what: string;
  registry: string;
  published: string;
  /** Why it is no news. */
  known: string | null;
}
