import { type Purchases, providerAccount, type UncertainPurchase } from '#generation';
import { type Payment, type PromoCode, promoCodes, unmatchedPayments } from '#payments';
import { findPeople, type Person } from '#people';
import type { Queue } from '#platform';
import type { Terms } from '#pricing';
import type { Registry } from '#registry';
import type { Done, Ground } from './act.ts';
import type { Order } from './actor.ts';
import { createAudienceCounter } from './audience-count.ts';
import { type Action, auditLog } from './audit-log.ts';
import type { SendBroadcast, SentBroadcast } from './broadcast-run.ts';
import {
  type Audience,
  type Broadcast,
  type BroadcastOrder,
  broadcast,
  broadcasts,
  draftBroadcast,
  moveBroadcast,
  setAudience,
} from './broadcasts.ts';
import {
  beginCatalogueCheck,
  type CatalogueReport,
  type CatalogueState,
  catalogueState,
  newestReport,
} from './catalogue/check.ts';
import { type FailingModel, failingModels } from './failing-models.ts';
import { type Today, today } from './figures/today.ts';
import {
  block,
  type CreditsDone,
  type CreditsOrder,
  grant,
  type PersonOrder,
  take,
  unblock,
} from './people.ts';
import { type PersonCard, personCard } from './person-card.ts';
import { closePromo, createPromo, type PromoOrder } from './promo-codes.ts';
import { attach, type PurchaseOrder, release, retry } from './purchases.ts';
import {
  type CreditPaymentOrder,
  creditPayment,
  type GiveStarsBack,
  type Refunded,
  refund,
} from './refunds.ts';
import { type ModelOrder, setMarkup, switchOff, switchOn } from './selling.ts';
import type { TermsInForce } from './terms.ts';

/**
 * What an operator can do, the same in the chat, at the desk and in the terminal. Every method that changes something
 * writes its row of the audit log in the same transaction and throws AppError `not-operator` for anybody else.
 */
export interface Operator {
  /** The day so far, in the operator's time zone. */
  today(): Promise<Today>;
  /** Our account at kie.ai as it was seen last; `askedAt` null: never. */
  providerAccount(): ReturnType<typeof providerAccount>;
  /** Newest first; `subject` e.g. `person:42`, `before` an action's id. */
  auditLog(page: { limit: number; before?: number; subject?: string }): Promise<Action[]>;

  /** By Telegram id, or the beginning of a username or first name; last seen first. */
  findPeople(query: string, limit?: number): Promise<Person[]>;
  /** @throws AppError `person-unknown` */
  person(personId: number): Promise<PersonCard>;
  /** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing` */
  grant(order: CreditsOrder): Promise<CreditsDone>;
  /** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing`, `balance-too-low` */
  take(order: CreditsOrder): Promise<CreditsDone>;
  /** @throws AppError `person-unknown`, `operator-not-blockable` */
  block(order: PersonOrder): Promise<Done<object>>;
  /** @throws AppError `person-unknown` */
  unblock(order: PersonOrder): Promise<Done<object>>;

  /** @throws AppError `payment-unknown`, `payment-already-refunded`, `refund-credits-spent` unless `force` */
  refund(order: Order & { chargeId: string; force?: boolean }): Promise<Refunded>;
  /** Payments that fit no offer, oldest first. */
  unmatchedPayments(): Promise<Payment[]>;
  /** @throws AppError `amount-invalid`, `payment-unknown`, `payment-already-credited` */
  creditPayment(order: CreditPaymentOrder): ReturnType<typeof creditPayment>;

  /** Purchases that kie.ai never confirmed, oldest first. */
  uncertain(): Promise<UncertainPurchase[]>;
  /** @throws AppError `not-uncertain`, `task-belongs-elsewhere`, `task-not-readable` */
  attach(order: PurchaseOrder & { taskId: string }): ReturnType<Purchases['record']>;
  /** @throws AppError `not-uncertain` */
  release(order: PurchaseOrder): Promise<Done<object>>;
  /** @throws AppError `not-uncertain` */
  retry(order: PurchaseOrder): Promise<Done<object>>;

  /** Of the last 24 hours, most failures first. */
  failingModels(): Promise<FailingModel[]>;
  /** Markup and switched-off models in force. */
  terms(): Terms;
  /** @throws AppError `unknown-model` */
  switchOff(order: ModelOrder): Promise<Done<object>>;
  /** @throws AppError `unknown-model` */
  switchOn(order: ModelOrder): Promise<Done<object>>;
  /** null: the MARKUP of the settings again. @throws AppError `markup-invalid` */
  setMarkup(order: Order & { markup: number | null }): ReturnType<typeof setMarkup>;

  /** Reads kie.ai's catalogue for some minutes, in a job. @throws AppError `catalogue-check-running` */
  beginCatalogueCheck(order: Order): Promise<Done<{ id: number }>>;
  catalogueState(): Promise<CatalogueState>;
  /** What the last one that came to its end has found. */
  catalogueReport(): Promise<CatalogueReport | null>;

  /** Newest first. */
  broadcasts(limit: number): Promise<Broadcast[]>;
  /** @throws AppError `broadcast-unknown` */
  broadcast(id: number): Promise<Broadcast>;
  /** How many an audience has, counted within the last minute. */
  countAudience(audience: Audience): Promise<number>;
  /** Nobody gets it before it is started. @throws AppError `broadcast-invalid` */
  draftBroadcast(draft: Parameters<typeof draftBroadcast>[1]): Promise<Broadcast>;
  /** Only before the start. @throws AppError `broadcast-state` */
  setAudience(change: Parameters<typeof setAudience>[1]): Promise<Broadcast>;
  /** Sends it to the operator alone. @throws AppError `broadcast-unknown` */
  previewBroadcast(broadcastId: number, adminId: number): Promise<SentBroadcast>;
  /** @throws AppError `broadcast-state` where that is not possible, e.g. because another operator was faster */
  moveBroadcast(
    verb: 'start' | 'pause' | 'resume' | 'cancel',
    order: BroadcastOrder,
  ): ReturnType<typeof moveBroadcast>;

  /** Newest first. */
  promoCodes(): Promise<PromoCode[]>;
  /** @throws AppError `promo-invalid`, `promo-exists` */
  createPromo(order: PromoOrder): Promise<PromoCode>;
  /** @throws AppError `promo-unknown` */
  closePromo(order: Order & { code: string }): Promise<PromoCode>;
}

export interface OperatorOptions extends Ground {
  registry: Registry;
  terms: TermsInForce;
  purchases: Purchases;
  giveStarsBack: GiveStarsBack;
  queue: Queue;
  sendBroadcast: SendBroadcast;
  /** IANA name: where the operator's day begins. */
  timeZone: string;
}

/** The room, built from its collaborators. */
export function createOperator(options: OperatorOptions): Operator {
  const { database, clock, terms, purchases, timeZone } = options;
  const { db } = database;
  return {
    today: () => today(db, { at: clock.now(), timeZone }),
    providerAccount: () => providerAccount(db),
    auditLog: (page) => auditLog(db, page),
    findPeople: (query, limit) => findPeople(db, query, limit),
    person: (personId) => personCard(db, personId),
    grant: (order) => grant(options, order),
    take: (order) => take(options, order),
    block: (order) => block(options, order),
    unblock: (order) => unblock(options, order),
    refund: (order) => refund(options, order),
    unmatchedPayments: () => unmatchedPayments(db),
    creditPayment: (order) => creditPayment(options, order),
    uncertain: () => purchases.uncertain(),
    attach: (order) => attach(options, order),
    release: (order) => release(options, order),
    retry: (order) => retry(options, order),
    failingModels: () => failingModels(db, clock.now()),
    terms: () => terms.now(),
    switchOff: (order) => switchOff(options, order),
    switchOn: (order) => switchOn(options, order),
    setMarkup: (order) => setMarkup(options, order),
    beginCatalogueCheck: (order) => beginCatalogueCheck(options, order),
    catalogueState: () => catalogueState(db),
    catalogueReport: () => newestReport(db),
    broadcasts: (limit) => broadcasts(db, limit),
    broadcast: (id) => broadcast(db, id),
    countAudience: createAudienceCounter(database, clock),
    draftBroadcast: (draft) => draftBroadcast(options, draft),
    setAudience: (change) => setAudience(options, change),
    previewBroadcast: async (id, adminId) => options.sendBroadcast(adminId, await broadcast(db, id)),
    moveBroadcast: (verb, order) => moveBroadcast(options, verb, order),
    promoCodes: () => promoCodes(db),
    createPromo: (order) => createPromo(options, order),
    closePromo: (order) => closePromo(options, order),
  };
}
