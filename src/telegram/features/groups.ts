import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import { pickLocale } from '#i18n';
import type { Tap } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import { readGroupWish } from '../group-words.ts';
import { placeOf } from '../place.ts';
import { isGroupTap } from '../render/group.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { sendMessage } from '../status-board.ts';
import { unlessRefused } from '../unless-refused.ts';
import type { Forms } from './forms.ts';
import { repliedWords } from './replies.ts';

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations'>;

/**
 * Orders from a group, each paid by whoever gives it: words for a picture, or words for the file that they stand
 * below or answer. One message with the price comes of it, which becomes the status and goes when the result comes.
 */
export function groupMessage(services: Slice, forms: Forms) {
  const aboutFile = repliedWords(services, forms);

  return async (ctx: BotContext, message: Message): Promise<void> => {
    const wish = readGroupWish(message, ctx.me.username);
    if (wish === null) return;
    if (wish.what === 'help' || wish.words === '') {
      await ctx.send({ text: ctx.voice.html('group-how', { bot: ctx.me.username }), keyboard: [] });
      return;
    }
    const { words } = wish;
    if (await aboutFile(ctx, words, message)) return;
    if (await aboutFile(ctx, words, message.reply_to_message)) return;
    await forms.openForText(ctx, words);
  };
}

/** In a group a button works for whoever ordered; everybody else is told so and changes nothing. */
export async function isOwnGroupTap(
  ctx: BotContext,
  { generations }: Pick<Services, 'generations'>,
  tap: Tap | null,
): Promise<boolean> {
  if (tap === null || !isGroupTap(tap)) {
    ctx.toast(ctx.voice.plain('button-outdated'));
    return false;
  }
  if ('draft' in tap) {
    const draft = await generations.drafts.get(tap.draft, ctx.person.id);
    if (draft?.state === 'closed') ctx.toast(ctx.voice.plain('button-outdated'));
    else if (draft) return true;
    else ctx.toast(ctx.voice.plain('group-not-yours'));
    return false;
  }
  const generation = 'generation' in tap ? await generations.get(tap.generation) : null;
  if (generation?.personId === ctx.person.id) return true;
  ctx.toast(ctx.voice.plain('group-not-yours'));
  return false;
}

/** Whoever lets the bot into a group is told once how it is used there. */
export async function greetGroup(
  ctx: Context,
  { translator, config }: Pick<Services, 'translator' | 'config'>,
): Promise<void> {
  const change = ctx.myChatMember;
  if (!change || !['group', 'supergroup'].includes(change.chat.type)) return;
  const isIn = ({ status }: { status: string }) => status === 'member' || status === 'administrator';
  if (isIn(change.old_chat_member) || !isIn(change.new_chat_member)) return;
  const locale = pickLocale(translator.locales, change.from.language_code, config.defaultLocale);
  const voice = createVoice(translator, locale);
  const text = voice.html('group-how', { bot: ctx.me.username });
  await unlessRefused(sendMessage(ctx.api, placeOf(ctx), { text, keyboard: [] }));
}
