import type { Offer } from '#forms';
import type { Generation, Generations } from '#generation';
import type { Translator } from '#i18n';
import type { Invoice, Pack, Subscription } from '#payments';
import type { Clock, Database, Logger } from '#platform';
import type { Registry } from '#registry';

/** What the Mini App's routes work with; the composition root gives it. */
export interface MiniAppParts {
  database: Database;
  registry: Registry;
  translator: Translator;
  generations: Generations;
  offer: Offer;
  telegram: MiniAppTelegram;
  config: MiniAppConfig;
  clock: Clock;
  log: Logger;
}

/** What only the chat can do. */
export interface MiniAppTelegram {
  username(): Promise<string>;
  /** An address for `openInvoice`. */
  invoiceLink(invoice: Invoice, locale: string): Promise<string>;
  /** What the person has every month, or could have. */
  subscription(personId: number): Promise<{ offer: Pack | null; running: readonly Subscription[] }>;
  /** Ends it with its paid month, or takes it up again. */
  changeSubscription(subscription: Subscription, state: 'canceled' | 'active'): Promise<void>;
  /** A message with one file of a result, ready to be sent by the person; null where there is none. */
  prepareShare(generation: Generation, index: number, locale: string): Promise<string | null>;
  /** Sends a result once more; false when there is nothing left to send. */
  sendAgain(personId: number, generationId: string): Promise<boolean>;
}

export interface MiniAppConfig {
  /** Signs sessions and links, and checks launch data. */
  botToken: string;
  /** The folder with the built pages. */
  folder: string;
  /** Origins of the pages that may show it in a frame. */
  frameAncestors: readonly string[];
  startCredits: number;
  defaultLocale: string;
  packs: readonly Pack[];
  referralCredits: number;
  supportContact: string | null;
}
