import type { Context } from 'grammy';
import type { Place } from '#generation';

/** A person's own chat has their id. */
export function privatePlace(chatId: number): Place {
  return { chatId, replyTo: null, threadId: null };
}

/** Groups have ids below zero. */
export function isGroup({ chatId }: Pick<Place, 'chatId'>): boolean {
  return chatId < 0;
}

/** In a group everything answers the message that asked, also what a button below the answer leads to. */
export function placeOf(ctx: Context): Place {
  const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
  if (chatId >= 0) return privatePlace(chatId);
  const { message, callbackQuery } = ctx;
  const shown = callbackQuery?.message;
  const asked = message ?? (shown && 'text' in shown ? shown.reply_to_message : replyIn(shown));
  const inTopic = message ?? (shown && 'date' in shown && shown.date !== 0 ? shown : undefined);
  return {
    chatId,
    replyTo: asked?.message_id ?? null,
    threadId: (inTopic?.is_topic_message && inTopic.message_thread_id) || null,
  };
}

function replyIn(shown: NonNullable<Context['callbackQuery']>['message']) {
  return shown && shown.date !== 0 && 'reply_to_message' in shown ? shown.reply_to_message : undefined;
}

/** What goes along with a message so that it stands there; without a sound where that is wished. */
export function answering({ replyTo, threadId, quiet = false }: Place & { quiet?: boolean }) {
  return {
    ...(quiet ? { disable_notification: true } : {}),
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(replyTo === null
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}
