import {
  createGenerations,
  defaultGenerationConfig,
  type GenerationService,
  generationJobs,
  watchProviderAccount,
} from '#generation';
import { createTranslator, type Translator } from '#i18n';
import type { KieClient } from '#kie';
import {
  createDeskAccess,
  createFigures,
  createOperator,
  createPace,
  creditsMovedJob,
  type DeskAccess,
  type Figures,
  type Operator,
  openTerms,
  operatorJobs,
  type TermsInForce,
  workOnBroadcasts,
  workOnCatalogue,
} from '#operator';
import {
  type Clock,
  createQueue,
  type Database,
  type Logger,
  migrate,
  openDatabase,
  type Queue,
} from '#platform';
import { loadRegistry, type Registry } from '#registry';
import { localesFolder, migrationsFolder } from '#settings';
import { createTelegram, createTelegramOutbox, type Telegram, type TelegramOperators } from '#telegram';
import type { Config, Secrets } from './config.ts';
import { buildKie } from './kie.ts';
import { erasePerson } from './person-data.ts';
import { rewardJob, rewardOnDelivery } from './referral-reward.ts';

/** Every room of the product, built once and wired together. Each got only its slice. */
export interface Rooms {
  database: Database;
  queue: Queue;
  registry: Registry;
  translator: Translator;
  kie: KieClient;
  generations: GenerationService;
  operator: Operator;
  /** Under which everything is sold. */
  terms: TermsInForce;
  figures: Figures;
  deskAccess: DeskAccess;
  telegram: Telegram;
  /** All that is done in the background, until the signal is aborted. */
  work(signal: AbortSignal): Promise<void>;
  /** Writes to the operators at once, without the database. */
  alert: TelegramOperators['alert'];
  /** Keeps an eye on our account at kie.ai until the signal is aborted. */
  watchProvider(signal: AbortSignal): Promise<void>;
}

export interface BuildOptions {
  config: Config;
  secrets: Secrets;
  /** Address under which kie.ai reaches our callbacks; null = polling alone. */
  callbackBase: string | null;
  clock: Clock;
  log: Logger;
  /** Where people find the Mini App; null: it is not built, or has no address. */
  miniAppUrl: string | null;
  /** Where operators find the desk; null: it is not built. */
  deskUrl: string | null;
  /** False while the disk is too full to sell. */
  hasRoom(): boolean;
  /** An opened database of a test; otherwise the config's is opened. */
  database?: Database;
}

export async function buildRooms(options: BuildOptions): Promise<Rooms> {
  const { config, secrets, clock, log } = options;
  const database =
    options.database ?? (await openDatabase({ ...config.database, log, applicationName: 'kiegram' }));
  await migrate(database, { folder: migrationsFolder });
  const registry = loadRegistry();
  const translator = createTranslator(localesFolder, {
    onMissing: (problem) => log.error({ problem }, 'A phrase is missing'),
  });
  const terms = await openTerms({ database, clock, log }, config);
  const kie = buildKie(config, secrets, clock);
  const queue = createQueue({ database, log, jobs: [...generationJobs, rewardJob, ...operatorJobs] });
  const { packs, subscription, referralCredits } = config.payments;
  const telegramConfig = {
    ...config.operator,
    ...config.people,
    packs,
    subscription,
    referralCredits,
    miniAppUrl: options.miniAppUrl,
    deskUrl: options.deskUrl,
  };
  const common = { database, registry, translator, config: telegramConfig, clock, log };
  const outbox = createTelegramOutbox({
    token: secrets.botToken,
    apiRoot: config.telegram.apiRoot,
    terms: terms.now,
    ...common,
  });
  const generations = createGenerations({
    database,
    queue,
    clock,
    log,
    registry,
    kie,
    messenger: outbox.messenger,
    operators: outbox.operators,
    attachmentSource: outbox.attachmentSource,
    onDelivered: rewardOnDelivery(queue, referralCredits),
    config: {
      ...defaultGenerationConfig,
      terms: terms.now,
      freeDaily: config.freeDaily,
      hasRoom: options.hasRoom,
      callbackBase: options.callbackBase,
    },
  });
  const operator = createOperator({
    ...{ database, clock, registry, terms },
    adminIds: config.operator.adminIds,
    timeZone: config.people.timeZone,
    purchases: generations.purchases,
    giveStarsBack: outbox.giveStarsBack,
    queue,
    sendBroadcast: outbox.sendBroadcast,
  });
  const deskAccess = createDeskAccess({ database, clock, adminIds: config.operator.adminIds });
  const figures = createFigures({ database, queue, clock, timeZone: config.people.timeZone });
  const telegram = createTelegram({
    outbox,
    generations,
    operator,
    deskAccess,
    loadOriginal: generations.loadOriginal,
    forgetPerson: (personId) => erasePerson(database, personId),
    ...common,
  });
  const watched = {
    database,
    queue,
    guard: generations.guard,
    clock,
    log,
    limits: config.kie.creditLimits,
  };
  const watchProvider = (signal: AbortSignal) => watchProviderAccount(watched, signal);
  const work = async (signal: AbortSignal) => {
    await queue.work(rewardJob, (reward) => telegram.tellReward(reward));
    await queue.work(creditsMovedJob, (moved) => telegram.tellCreditsMoved(moved));
    const { sendBroadcast } = outbox;
    await workOnBroadcasts({ database, queue, clock, sendBroadcast, pace: createPace(clock) }, signal);
    await workOnCatalogue({ database, queue, clock, kie, registry }, signal);
    await generations.work(signal);
  };
  return {
    database,
    queue,
    registry,
    translator,
    kie,
    generations,
    operator,
    figures,
    deskAccess,
    terms,
    telegram,
    work,
    alert: outbox.operators.alert,
    watchProvider,
  };
}
