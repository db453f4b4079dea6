import type { Offer } from '#forms';
import type { Generations } from '#generation';
import type { Translator } from '#i18n';
import type { DeskAccess, Figures, Operator } from '#operator';
import type { Clock, Database, Logger } from '#platform';
import type { Registry } from '#registry';

/** What the desk's routes work with; the composition root gives it. */
export interface DeskParts {
  database: Database;
  registry: Registry;
  translator: Translator;
  generations: Pick<Generations, 'typicalSeconds'>;
  offer: Offer;
  operator: Operator;
  figures: Figures;
  access: DeskAccess;
  config: DeskConfig;
  clock: Clock;
  log: Logger;
}

export interface DeskConfig {
  /** Checks launch data. */
  botToken: string;
  /** The folder with the built page. */
  folder: string;
  /** Origins of the pages that may show it in a frame. */
  frameAncestors: readonly string[];
  adminIds: readonly number[];
  defaultLocale: string;
  /** IANA name: where the operator's day begins. */
  timeZone: string;
  /** Whether browsers reach it by https, so that its cookie is sent by no other way. */
  isHttps: boolean;
}
