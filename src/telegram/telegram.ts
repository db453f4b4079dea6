import type { Api, Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { AttachmentSource, Generations, Messenger } from '#generation';
import type { Translator } from '#i18n';
import type { CreditsMoved, DeskAccess, GiveStarsBack, Operator, SendBroadcast } from '#operator';
import type { Clock, Database, Logger } from '#platform';
import type { Terms } from '#pricing';
import type { Registry } from '#registry';
import { type ApiOptions, createPlainApi, createSendingApi } from './api.ts';
import { createAttachmentSource } from './attachments.ts';
import { createBot } from './bot.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { announce } from './commands.ts';
import type { BotContext } from './context.ts';
import { tellCreditsMoved } from './features/credits-moved.ts';
import { createForMiniApp, type ForMiniApp } from './features/mini-app.ts';
import { tellReward } from './features/reward.ts';
import { createWaitingForms } from './features/waiting-forms.ts';
import { createMessenger } from './messenger.ts';
import { createOperators, type TelegramOperators } from './operators.ts';
import { createPoller, type Poller, type PollerOptions } from './poller.ts';
import { createPaymentRounds } from './reconcile-payments.ts';
import { createRowFacts } from './row-facts.ts';
import { createBroadcastSender } from './send-broadcast.ts';
import type { LoadOriginal, TelegramConfig } from './services.ts';
import { createModelCodes, type ModelCodes } from './short-codes.ts';
import { giveStarsBack } from './star-refunds.ts';
import { loggable } from './telegram-trouble.ts';
import { keepWebhook } from './webhook.ts';

export interface TelegramOptions {
  token: string;
  /** Address of the Bot API, without a slash at the end. */
  apiRoot: string;
  database: Database;
  registry: Registry;
  translator: Translator;
  config: TelegramConfig;
  /** What the operators decide about selling, as it is now. */
  terms: () => Terms;
  clock: Clock;
  log: Logger;
}

/** What generations need of Telegram; built before them. */
export interface TelegramOutbox {
  connection: ApiOptions;
  api: Api;
  messenger: Messenger;
  operators: TelegramOperators;
  attachmentSource: AttachmentSource;
  /** Telegram's part of a refund. */
  giveStarsBack: GiveStarsBack;
  sendBroadcast: SendBroadcast;
  codes: ModelCodes;
  catalogue: Catalogue;
  /** Whether the bot answers inline queries; BotFather turns that on. Known once Telegram has said who the bot is. */
  canShare(): boolean;
  /** The bot's, without @; null as long as Telegram has not said who the bot is. */
  username(): string | null;
  learnBot(bot: Pick<UserFromGetMe, 'username' | 'supports_inline_queries'>): void;
}

/** The ways out to people and operators, and the way to the files they sent. */
export function createTelegramOutbox(options: TelegramOptions): TelegramOutbox {
  const { database, registry, translator, config, clock, log } = options;
  const api = createSendingApi(options);
  const codes = createModelCodes(registry);
  const catalogue = createCatalogue(registry, codes, options.terms);
  const identity = createIdentity();
  const common = { api, database, translator, defaultLocale: config.defaultLocale, clock, log };
  const operators = createOperators({ ...common, adminIds: config.adminIds, timeZone: config.timeZone });
  return {
    connection: { token: options.token, apiRoot: options.apiRoot },
    api,
    codes,
    catalogue,
    ...identity,
    messenger: createMessenger({
      ...common,
      registry,
      catalogue,
      ...identity,
    }),
    operators,
    attachmentSource: createAttachmentSource(api, options),
    giveStarsBack: (order) => giveStarsBack({ ...common, operators }, order),
    sendBroadcast: createBroadcastSender(createPlainApi(options)),
  };
}

function createIdentity(): Pick<TelegramOutbox, 'canShare' | 'username' | 'learnBot'> {
  let known: Parameters<TelegramOutbox['learnBot']>[0] | null = null;
  return {
    canShare: () => known?.supports_inline_queries === true,
    username: () => known?.username ?? null,
    learnBot(bot) {
      known = bot;
    },
  };
}

export interface TelegramEdgeOptions extends Omit<TelegramOptions, 'token' | 'apiRoot' | 'terms'> {
  outbox: TelegramOutbox;
  generations: Generations;
  operator: Operator;
  deskAccess: DeskAccess;
  loadOriginal: LoadOriginal;
  /** Takes away who somebody is and what they made. @throws AppError `generations-under-way` */
  forgetPerson(personId: number): Promise<void>;
  /** Left out, the bot asks Telegram who it is. */
  botInfo?: UserFromGetMe;
}

export interface Telegram {
  bot: Bot<BotContext>;
  /** What the Mini App asks of the chat. */
  forMiniApp: ForMiniApp;
  /** For the webhook: handles one update to its end. */
  handleUpdate(update: Update): Promise<void>;
  createPoller(
    options: Pick<PollerOptions, 'lock' | 'pendingUpdates' | 'webhook' | 'timeoutSeconds'>,
  ): Poller;
  /** Makes Telegram send updates to `url`, each with `secret` in its header, and sees to it until the signal is aborted. */
  keepWebhook(webhook: { url: string; secret: string }, signal: AbortSignal): Promise<void>;
  /** Settles what no update may bring: lost payments and refunds, forms that are paid and still wait. Never rejects. */
  reconcilePayments(): Promise<void>;
  /** Tells an inviter of the reward. Rejects where it may be tried again. */
  tellReward(reward: { inviterId: number; credits: number }): Promise<void>;
  /** Tells somebody what an operator did to their credits. Rejects where it may be tried again. */
  tellCreditsMoved(moved: CreditsMoved): Promise<void>;
  /** Tells Telegram the commands and descriptions in every language. Never rejects: without it the bot works as well. */
  announce(): Promise<void>;
}

/** The bot between Telegram and the generations. */
export function createTelegram(options: TelegramEdgeOptions): Telegram {
  const { config, outbox, clock, log, translator, botInfo } = options;
  const services = { ...options, ...outbox, rowFacts: createRowFacts(options.generations, clock) };
  const waitingForms = createWaitingForms(services);
  const { bot, handleUpdate } = createBot(services, {
    ...outbox.connection,
    waitingForms,
    ...(botInfo === undefined ? {} : { botInfo }),
  });
  return {
    bot,
    handleUpdate,
    createPoller: (polling) =>
      createPoller({
        ...polling,
        api: createPlainApi(outbox.connection),
        handleUpdate,
        alert: outbox.operators.alert,
        clock,
        log,
      }),
    forMiniApp: createForMiniApp({ ...services, bot }),
    tellReward: (reward) => tellReward(services, reward),
    tellCreditsMoved: (moved) => tellCreditsMoved(services, moved),
    reconcilePayments: createPaymentRounds(services, waitingForms),
    keepWebhook: (webhook, signal) => {
      const api = createPlainApi(outbox.connection);
      return keepWebhook({ ...webhook, api, alert: outbox.operators.alert, clock, log }, signal);
    },
    announce: () =>
      announce(outbox.api, translator, config).catch((err: unknown) => {
        log.warn({ err: loggable(err) }, 'the commands and descriptions could not be announced');
      }),
  };
}
