import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Generations, Messenger } from '#generation';
import type { Translator } from '#i18n';
import type { DeskAccess, Operator } from '#operator';
import type { Pack } from '#payments';
import type { Clock, Database, Logger } from '#platform';
import type { Registry } from '#registry';
import type { Catalogue } from './catalogue.ts';
import type { TelegramOperators } from './operators.ts';
import type { RowFacts } from './row-facts.ts';
import type { ModelCodes } from './short-codes.ts';

export interface TelegramConfig {
  adminIds: readonly number[];
  /** Whom people write to, e.g. `@support`; null: nobody is named. */
  supportContact: string | null;
  /** Credits given at the first meeting. */
  startCredits: number;
  defaultLocale: string;
  /** Where the Mini App is; null: there is none to open. */
  miniAppUrl: string | null;
  /** Where the operator's desk is; null: it is not built. */
  deskUrl: string | null;
  /** IANA name, for dates on the screens. */
  timeZone: string;
  /** What can be bought with Telegram Stars; empty: nothing. */
  packs: readonly Pack[];
  /** What can be had every month; null: nothing. */
  subscription: Pack | null;
  /** For both sides of an invitation; 0: nobody is rewarded, so nobody is told of it. */
  referralCredits: number;
}

/** The original of a result's file; null when it is no longer kept anywhere. */
export type LoadOriginal = (
  generationId: string,
  index: number,
) => Promise<{ bytes: Uint8Array; fileName: string } | null>;

/** What the bot's features work with. */
export interface Services {
  api: Api;
  database: Database;
  registry: Registry;
  codes: ModelCodes;
  catalogue: Catalogue;
  rowFacts: RowFacts;
  generations: Generations;
  /** What operators can do; nobody else is let in. */
  operator: Operator;
  deskAccess: DeskAccess;
  messenger: Messenger;
  canShare(): boolean;
  username(): string | null;
  learnBot(bot: Pick<UserFromGetMe, 'username' | 'supports_inline_queries'>): void;
  operators: TelegramOperators;
  translator: Translator;
  loadOriginal: LoadOriginal;
  /** @throws AppError `generations-under-way` */
  forgetPerson(personId: number): Promise<void>;
  config: TelegramConfig;
  clock: Clock;
  log: Logger;
}
