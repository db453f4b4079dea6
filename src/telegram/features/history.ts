import type { Api } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { Generation, SentItem } from '#generation';
import { changeSettings } from '#people';
import type { BotContext, ChatContext, CommandHandler, TapHandlers } from '../context.ts';
import {
  HISTORY_KINDS,
  type HistoryKind,
  historyItemScreen,
  historyRow,
  historyScreen,
} from '../render/history.ts';
import { isResult } from '../render/home.ts';
import { resultCaption } from '../render/result.ts';
import type { Screen } from '../render/screen.ts';
import { noteScreen } from '../render/simple-screens.ts';
import { sendText } from '../send-part.ts';
import type { Services } from '../services.ts';
import { removeMessage } from '../status-board.ts';
import { troubleOf } from '../telegram-trouble.ts';
import { actionsBelow } from './actions-below.ts';
import { askFor } from './asked.ts';
import { ownGeneration } from './own-generation.ts';

const PAGE_SIZE = 8;
/** As much of the words as the settings remember. */
const WORDS_LIMIT = 100;

type Slice = Pick<
  Services,
  'database' | 'generations' | 'registry' | 'config' | 'catalogue' | 'clock' | 'log' | 'canShare' | 'username'
>;

interface Place {
  kind: HistoryKind;
  before?: string;
  words?: string;
}

async function page(ctx: BotContext, services: Slice, { kind, before, words }: Place): Promise<Screen> {
  const { generations, registry, config } = services;
  const found = await generations.history(ctx.person.id, {
    limit: PAGE_SIZE + 1,
    ...(before === undefined ? {} : { before }),
    ...(kind === 'all' ? {} : { kind }),
    ...(words === undefined ? {} : { words }),
  });
  return historyScreen(ctx.voice, {
    items: found
      .slice(0, PAGE_SIZE)
      .map((generation) => ({ generation, model: registry.get(generation.modelId) })),
    kind,
    ...(words === undefined ? {} : { words }),
    more: found.length > PAGE_SIZE,
    newer: before !== undefined,
    timeZone: config.timeZone,
  });
}

/** `/history` lists everything, `/history words` what speaks of them. */
export function historyCommand(services: Slice): CommandHandler {
  return async (ctx, words) => {
    await ctx.send(
      words === '' ? await page(ctx, services, { kind: 'all' }) : await found(ctx, services, words),
    );
  };
}

/** What the person made with these words in it; its further pages remember them. */
export async function found(ctx: BotContext, services: Slice, query: string): Promise<Screen> {
  const words = query.slice(0, WORDS_LIMIT);
  ctx.person.settings = await services.database.transaction((trx) =>
    changeSettings(trx, ctx.person.id, (settings) => ({ ...settings, lookedFor: words })),
  );
  return page(ctx, services, { kind: 'all', words });
}

function placeOf(tap: { kind: string; before: string }): Place {
  const kind = HISTORY_KINDS.find((candidate) => candidate === tap.kind) ?? 'all';
  return { kind, ...(tap.before === '-' ? {} : { before: tap.before }) };
}

type HistoryTaps = 'history' | 'history-page' | 'history-search' | 'history-found' | 'open' | 'hide';

export function historyTaps(services: Slice): Pick<TapHandlers, HistoryTaps> {
  const { generations, registry, config } = services;
  return {
    async history(ctx) {
      await ctx.show(await page(ctx, services, { kind: 'all' }));
    },
    async 'history-page'(ctx, tap) {
      await ctx.show(await page(ctx, services, placeOf(tap)));
    },
    async 'history-found'(ctx, tap) {
      const { lookedFor } = ctx.person.settings;
      const within = lookedFor === undefined ? {} : { words: lookedFor };
      await ctx.show(await page(ctx, services, { ...placeOf(tap), ...within }));
    },
    async 'history-search'(ctx) {
      await askFor(ctx, services, { what: 'result' });
      await ctx.show(noteScreen(ctx.voice, ctx.voice.html('ask-result-search'), { to: 'history' }));
    },
    async open(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      if (await sendAgain(ctx, services, generation)) return;
      const model = registry.get(generation.modelId);
      await ctx.show(historyItemScreen(ctx.voice, { generation, model }, config.timeZone));
      if (generation.state === 'delivered') ctx.toast(ctx.voice.plain('history-no-files'));
    },
    async hide(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      const hidden = await generations.hide(generation.id, ctx.person.id);
      ctx.toast(ctx.voice.plain(hidden ? 'history-hidden' : 'form-already-running'));
      if (!hidden) return;
      const shown = ctx.callbackQuery?.message;
      if (shown && 'text' in shown && !isResult(shown))
        await ctx.show(await page(ctx, services, { kind: 'all' }));
      else if (shown) await removeMessage(ctx.api, ctx.place.chatId, shown.message_id);
    },
  };
}

/** Telegram keeps what it once carried: the same files again by their ids, texts as they were. False when nothing is left. */
export async function sendAgain(
  ctx: Pick<ChatContext, 'api' | 'place' | 'voice'>,
  services: Slice,
  generation: Generation,
): Promise<boolean> {
  const { registry, clock, log, generations } = services;
  const parts = await generations.parts(generation.id);
  const items = parts.flatMap((part) => part.sent).filter((item) => item.fileId !== null);
  const texts = parts.flatMap((part) => (part.state === 'sent' && part.text !== undefined ? [part] : []));
  if (items.length + texts.length === 0) return false;
  const model = registry.get(generation.modelId);
  // It may have been made in a group, and is shown in the person's own chat.
  const here = { ...generation, ...ctx.place };
  const caption = resultCaption(ctx.voice, generation, model, clock.now());
  const index = Math.max(0, (generation.result?.media.length ?? 0) - 1);
  const keyboard = [...actionsBelow(services, ctx.voice, here, index), ...historyRow(ctx.voice, generation)];
  try {
    await sendFiles(ctx, items, caption, texts.length > 0 ? [] : keyboard);
    for (const [at, { text = '' }] of texts.entries()) {
      const actions = at === texts.length - 1 ? keyboard : [];
      const part = { generation: here, index: at, isLast: true, items: [] };
      await sendText(ctx.api, { voice: ctx.voice, part, caption, actions, modelTitle: '' }, text);
    }
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') throw error;
    log.info({ generation: generation.id, trouble }, 'a file of the history is no longer with Telegram');
    return false;
  }
}

async function sendFiles(
  ctx: Pick<ChatContext, 'api' | 'place'>,
  items: readonly SentItem[],
  caption: string,
  keyboard: InlineKeyboardButton[][],
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1 && keyboard.length > 0;
    await sendById(ctx.api, ctx.place.chatId, item, {
      parse_mode: 'HTML',
      ...(index === 0 ? { caption } : {}),
      ...(isLast ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    });
  }
}

type Extras = NonNullable<Parameters<Api['sendDocument']>[2]>;

async function sendById(api: Api, chatId: number, { kind, fileId }: SentItem, extras: Extras): Promise<void> {
  if (fileId === null) return;
  const send = {
    photo: () => api.sendPhoto(chatId, fileId, extras),
    video: () => api.sendVideo(chatId, fileId, extras),
    animation: () => api.sendAnimation(chatId, fileId, extras),
    audio: () => api.sendAudio(chatId, fileId, extras),
    voice: () => api.sendVoice(chatId, fileId, extras),
    document: () => api.sendDocument(chatId, fileId, extras),
    text: () => Promise.resolve(),
  }[kind];
  await send();
}
