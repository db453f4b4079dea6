import type { Offer } from '#forms';
import type { Generations } from '#generation';
import type { Translator } from '#i18n';
import type { Invoice, Pack } from '#payments';
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
