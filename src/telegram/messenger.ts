import type { Api } from 'grammy';
import {
  type Generation,
  type Messenger,
  MessengerError,
  type PartToSend,
  type SentItem,
  type Status,
} from '#generation';
import type { Translator } from '#i18n';
import { getPerson, markBotBlocked } from '#people';
import type { Clock, Database, Logger } from '#platform';
import type { Registry } from '#registry';
import { type ActionsBelow, actionsBelow } from './features/actions-below.ts';
import { messengerErrorOf } from './messenger-errors.ts';
import { isGroup } from './place.ts';
import { resultCaption } from './render/result.ts';
import type { Screen } from './render/screen.ts';
import { statusScreen } from './render/status.ts';
import { createVoice, type Voice } from './render/voice.ts';
import { createPartSender } from './send-part.ts';
import { createStatusBoard } from './status-board.ts';

export interface MessengerOptions {
  api: Api;
  database: Database;
  registry: Pick<Registry, 'get'>;
  translator: Translator;
  defaultLocale: string;
  catalogue: ActionsBelow['catalogue'];
  canShare(): boolean;
  username(): string | null;
  clock: Clock;
  log: Logger;
}

/** Brings statuses and results into Telegram chats. Its errors are {@link MessengerError}s. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { api, database, registry, translator, defaultLocale, clock, log } = options;
  const board = createStatusBoard(api, clock);
  const sendItems = createPartSender(api);

  async function voiceOf(personId: number): Promise<Voice> {
    const person = await getPerson(database.db, personId);
    return createVoice(translator, person?.locale ?? defaultLocale);
  }

  /** Of a group it is the group that is closed, not the person. */
  async function rememberGone({ personId, ...place }: Generation, error: MessengerError): Promise<void> {
    if (error.code !== 'recipient-gone' || isGroup(place)) return;
    log.info({ person: personId }, 'the person no longer receives messages');
    await database
      .transaction((trx) => markBotBlocked(trx, personId, clock.now()))
      .catch((err: unknown) => log.warn({ err, person: personId }, 'the mark could not be written'));
  }

  async function guarded<T>(generation: Generation, send: () => Promise<T>): Promise<T> {
    const person = await getPerson(database.db, generation.personId);
    // Who blocks the bot is not written to; the update that tells of the opposite takes the mark away.
    if (person?.botBlockedAt && !isGroup(generation))
      throw new MessengerError('recipient-gone', 'The person blocks the bot', { certainlyNotSent: true });
    try {
      return await send();
    } catch (cause) {
      const error = messengerErrorOf(cause);
      await rememberGone(generation, error);
      throw error;
    }
  }

  async function showStatus(status: Status): Promise<number | null> {
    const { generation } = status;
    const model = registry.get(generation.modelId);
    const screen: Screen = statusScreen(await voiceOf(generation.personId), status, model);
    try {
      return await guarded(generation, () => board.show(status, screen, model?.delivers));
    } catch (error) {
      if (error instanceof MessengerError && error.code === 'recipient-gone') return null;
      throw error;
    }
  }

  async function sendPart(part: PartToSend): Promise<SentItem[]> {
    const { generation } = part;
    const model = registry.get(generation.modelId);
    const voice = await voiceOf(generation.personId);
    const caption = resultCaption(voice, generation, model, clock.now());
    const index = Math.max(0, (generation.result?.media.length ?? 0) - 1);
    const actions = actionsBelow(options, voice, generation, index);
    return guarded(generation, () =>
      sendItems({
        voice,
        part,
        caption,
        actions: part.isLast ? actions : [],
        modelTitle: model?.title ?? '',
      }),
    );
  }

  return { showStatus, sendPart };
}
