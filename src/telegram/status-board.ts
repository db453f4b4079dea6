import type { Api } from 'grammy';
import type { Place, Status } from '#generation';
import type { Clock } from '#platform';
import type { Model } from '#registry';
import { answering, isGroup } from './place.ts';
import { keyboardAt } from './render/group.ts';
import type { Screen } from './render/screen.ts';
import { troubleOf } from './telegram-trouble.ts';

/** Progress of one chat is not edited more often than this (facts: 20 a minute in a group); a new phase always is. */
const PROGRESS_EVERY_MS = { private: 4_000, group: 10_000 };
const FORGET_AFTER = 2_000;

/** A word from the queue that comes after these is out of date. */
const AFTER_QUEUE = new Set<Status['phase']>([
  'running',
  'late',
  'delivering',
  'delivered',
  'failed',
  'cancelled',
]);

export interface StatusBoard {
  /** Shows the status in its message, or in a new one; null once the message is gone for good. */
  show(status: Status, screen: Screen, delivers?: Model['delivers']): Promise<number | null>;
}

interface Shown {
  text: string;
  phase: Status['phase'];
}

/** The status messages of all chats: edited in place, only when something changed, seldom enough for Telegram. */
export function createStatusBoard(api: Api, clock: Clock): StatusBoard {
  const shown = new Map<string, Shown>();
  const lastEdit = new Map<number, number>();

  function isNeedless({ phase, generation }: Status, text: string): boolean {
    const before = shown.get(generation.id);
    if (before === undefined) return false;
    if (phase === 'queued' && AFTER_QUEUE.has(before.phase)) return true;
    if (before.phase !== phase) return false;
    const edited = lastEdit.get(generation.chatId) ?? Number.NEGATIVE_INFINITY;
    const pause = PROGRESS_EVERY_MS[isGroup(generation) ? 'group' : 'private'];
    return before.text === text || Math.abs(clock.now().getTime() - edited) < pause;
  }

  function remember({ generation: { id, chatId }, phase }: Status, text: string): void {
    shown.delete(id);
    shown.set(id, { text, phase });
    lastEdit.set(chatId, clock.now().getTime());
    dropOldest(shown);
    dropOldest(lastEdit);
  }

  return {
    async show(status, screen, delivers = 'data') {
      const { generation } = status;
      const { statusMessageId } = generation;
      if (statusMessageId !== null && isNeedless(status, screen.text)) return statusMessageId;
      if (status.phase === 'delivered') return retire(api, generation, statusMessageId, screen);
      const edited =
        statusMessageId !== null && (await editMessage(api, generation, statusMessageId, screen));
      showActivity(api, status, delivers);
      const messageId = edited ? statusMessageId : await sendMessage(api, generation, screen);
      remember(status, screen.text);
      return messageId;
    },
  };
}

/** The result says everything: the status goes, or says that it is done where it cannot be removed. */
async function retire(
  api: Api,
  place: Place,
  messageId: number | null,
  screen: Screen,
): Promise<number | null> {
  if (messageId === null || (await removeMessage(api, place.chatId, messageId))) return null;
  return (await editMessage(api, place, messageId, screen)) ? messageId : null;
}

const ACTIVITIES = {
  image: 'upload_photo',
  video: 'record_video',
  audio: 'record_voice',
  data: 'typing',
} as const;

/** What stands below the bot's name for five seconds. An ornament: nobody waits for it, and it may fail. */
function showActivity(api: Api, { generation, phase }: Status, delivers: keyof typeof ACTIVITIES): void {
  if (phase !== 'running' && phase !== 'delivering') return;
  const { chatId, threadId } = generation;
  const topic = threadId === null ? {} : { message_thread_id: threadId };
  void api.sendChatAction(chatId, ACTIVITIES[delivers], topic).catch(() => undefined);
}

function dropOldest(entries: Map<unknown, unknown>): void {
  if (entries.size <= FORGET_AFTER) return;
  const oldest = entries.keys().next();
  if (!oldest.done) entries.delete(oldest.value);
}

export async function sendMessage(api: Api, place: Place, screen: Screen): Promise<number> {
  const extras = { ...options(place, screen), ...answering(place) };
  const { message_id: id } = await api.sendMessage(place.chatId, screen.text, extras);
  return id;
}

/** False when the message can no longer be edited; true as well when it says so already. */
export async function editMessage(
  api: Api,
  place: Place,
  messageId: number,
  screen: Screen,
): Promise<boolean> {
  try {
    await api.editMessageText(place.chatId, messageId, screen.text, options(place, screen));
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') throw error;
    if (trouble.description.includes('message is not modified')) return true;
    if (/to edit not found|can't be edited|no text in the message/.test(trouble.description)) return false;
    throw error;
  }
}

/** False when Telegram does not let it go (too old, gone already). */
export async function removeMessage(api: Api, chatId: number, messageId: number): Promise<boolean> {
  try {
    return await api.deleteMessage(chatId, messageId);
  } catch (error) {
    if (troubleOf(error).kind === 'refused') return false;
    throw error;
  }
}

function options(place: Place, { keyboard }: Screen) {
  return {
    parse_mode: 'HTML' as const,
    reply_markup: { inline_keyboard: keyboardAt(place, keyboard) },
    link_preview_options: { is_disabled: true },
  };
}
