import type { Api } from 'grammy';
import type { Generation, SentItem } from '#generation';
import type { BotContext, ChatContext, CommandHandler, TapHandlers } from '../context.ts';
import { historyItemScreen, historyScreen } from '../render/history.ts';
import { resultActions, resultCaption } from '../render/result.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { troubleOf } from '../telegram-trouble.ts';
import { ownGeneration } from './own-generation.ts';

const PAGE_SIZE = 8;

type Slice = Pick<Services, 'generations' | 'registry' | 'config' | 'catalogue' | 'clock' | 'log'>;

async function page(ctx: BotContext, services: Slice, before?: string): Promise<Screen> {
  const { generations, registry, config } = services;
  const place = before === undefined ? {} : { before };
  const found = await generations.history(ctx.person.id, { limit: PAGE_SIZE + 1, ...place });
  return historyScreen(ctx.voice, {
    items: found
      .slice(0, PAGE_SIZE)
      .map((generation) => ({ generation, model: registry.get(generation.modelId) })),
    more: found.length > PAGE_SIZE,
    newer: before !== undefined,
    timeZone: config.timeZone,
  });
}

export function historyCommand(services: Slice): CommandHandler {
  return async (ctx) => {
    await ctx.send(await page(ctx, services));
  };
}

export function historyTaps(services: Slice): Pick<TapHandlers, 'history' | 'history-page' | 'open'> {
  const { generations, registry, config } = services;
  return {
    async history(ctx) {
      await ctx.show(await page(ctx, services));
    },
    async 'history-page'(ctx, { before }) {
      await ctx.show(await page(ctx, services, before));
    },
    async open(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      const parts = await generations.parts(generation.id);
      const items = parts.flatMap((part) => part.sent).filter((item) => item.fileId !== null);
      if (items.length > 0 && (await sendAgain(ctx, services, generation, items))) return;
      const model = registry.get(generation.modelId);
      await ctx.show(historyItemScreen(ctx.voice, { generation, model }, config.timeZone));
      if (items.length > 0) ctx.toast(ctx.voice.plain('history-no-files'));
    },
  };
}

/** Telegram keeps what it once carried: the same files again, by their ids. False when it lost them. */
export async function sendAgain(
  ctx: Pick<ChatContext, 'api' | 'privateChatId' | 'voice'>,
  { registry, catalogue, clock, log }: Slice,
  generation: Generation,
  items: readonly SentItem[],
): Promise<boolean> {
  const model = registry.get(generation.modelId);
  const caption = resultCaption(ctx.voice, generation, model, clock.now());
  const isOffered = (type: Parameters<typeof catalogue.first>[0]) => catalogue.first(type) !== undefined;
  const keyboard = resultActions(ctx.voice, { generation, model, index: items.length - 1, isOffered });
  try {
    for (const [index, item] of items.entries()) {
      await sendById(ctx.api, ctx.privateChatId, item, {
        parse_mode: 'HTML',
        ...(index === 0 ? { caption } : {}),
        ...(index === items.length - 1 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
      });
    }
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') throw error;
    log.info({ generation: generation.id, trouble }, 'a file of the history is no longer with Telegram');
    return false;
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
