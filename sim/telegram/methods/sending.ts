import type { Message } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import type { MediaDetails } from '../content/media.ts';
import { readMediaInput } from '../content/media-input.ts';
import type { MediaKind } from '../content/media-kinds.ts';
import { codePoints } from '../entities/formatted-text.ts';
import type { Params } from '../params.ts';
import { checkDeliverable, deliver, findChat, readDestination, readThread } from './destination.ts';
import type { Call, Method } from './method.ts';
import {
  asCaption,
  asText,
  captionParam,
  checkCaption,
  linkPreview,
  MAX_TEXT,
  textParam,
} from './text-input.ts';

const ACTIONS = [
  ...[
    'typing',
    'upload_photo',
    'record_video',
    'upload_video',
    'record_voice',
    'upload_voice',
    'record_audio',
  ],
  ...['upload_audio', 'upload_document', 'choose_sticker', 'find_location', 'record_video_note'],
  ...['upload_video_note', 'pick_up_location', 'cancel'],
];

/** New messages: text, single files, and what shows that one is on its way. */
export const sending = {
  sendMessage(call) {
    const text = textParam(call.params);
    const preview = linkPreview(call.params);
    const to = readDestination(call);
    if (codePoints(text.text) > MAX_TEXT) throw badRequest('message is too long');
    return deliver(call, to, { ...asText(text), ...preview });
  },

  sendPhoto: (call) => sendMedia(call, 'photo'),
  sendVideo: (call) => sendMedia(call, 'video'),
  sendAudio: (call) => sendMedia(call, 'audio'),
  sendVoice: (call) => sendMedia(call, 'voice'),
  sendDocument: (call) => sendMedia(call, 'document'),
  sendAnimation: (call) => sendMedia(call, 'animation'),

  sendChatAction(call) {
    const action = call.params.text('action').toLowerCase();
    const chat = findChat(call);
    if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request');
    readThread(call, chat);
    checkDeliverable(chat, undefined);
    call.bot.messages.emit(chat.id, { type: 'action', action });
    return true;
  },
} satisfies Record<string, Method>;

async function sendMedia(call: Call, kind: MediaKind): Promise<Message> {
  const { bot, params } = call;
  const input = readMediaInput(params, kind);
  const caption = captionParam(params);
  const to = readDestination(call);
  checkCaption(caption);
  const content = await bot.media.load(kind, input, mediaDetails(params));
  return deliver(call, to, { ...content, ...asCaption(caption), ...mediaMarks(params) });
}

function mediaDetails(params: Params): MediaDetails {
  const numbers = ['width', 'height', 'duration'].filter((name) => params.has(name));
  return {
    ...Object.fromEntries(numbers.map((name) => [name, params.int(name, 0, 0)])),
    ...{ title: params.text('title'), performer: params.text('performer') },
  };
}

function mediaMarks(params: Params): Partial<Message> {
  return {
    ...(params.bool('has_spoiler') ? { has_media_spoiler: true } : {}),
    ...(params.bool('show_caption_above_media') ? { show_caption_above_media: true } : {}),
  };
}
