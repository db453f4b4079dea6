import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';
import { type LoadedMedia, type Place, videoFacts } from '#generation';
import { answering } from './place.ts';
import { keyboardAt } from './render/group.ts';

export interface FileMessage {
  place: Place & { quiet?: boolean };
  item: LoadedMedia;
  /** HTML; empty: none. */
  caption: string;
  /** Empty: no buttons. */
  actions: InlineKeyboardButton[][];
  modelTitle: string;
}

/** What goes below every message of a kind. */
export interface Extras {
  caption?: string;
  parse_mode: 'HTML';
  disable_notification?: boolean;
  reply_markup?: { inline_keyboard: InlineKeyboardButton[][] };
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
}

const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024;
/** Formats that Telegram shows as a picture (facts: photo has unsupported extension). */
const PHOTO_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp', 'image/tiff']);

export type Form = 'photo' | 'video' | 'audio' | 'voice' | 'animation' | 'document';

/** How Telegram shows such content best. */
export function formOf({ mime, bytes }: LoadedMedia): Form {
  if (mime === 'image/gif') return 'animation';
  if (PHOTO_TYPES.has(mime)) return bytes.length > PHOTO_LIMIT_BYTES ? 'document' : 'photo';
  if (mime.startsWith('audio/ogg')) return 'voice';
  if (mime === 'video/mp4' || mime === 'video/quicktime') return 'video';
  return mime === 'audio/mpeg' || mime === 'audio/mp4' || mime === 'audio/x-m4a' ? 'audio' : 'document';
}

/** Sends one file in the given form. */
export function sendAs(form: Form, api: Api, message: FileMessage): Promise<Message> {
  const { item } = message;
  const { chatId } = message.place;
  const file = fileOf(item);
  const extras = extrasOf(message);
  switch (form) {
    case 'photo':
      return api.sendPhoto(chatId, file, extras);
    case 'video':
      return api.sendVideo(chatId, file, { ...extras, ...videoDetails(item), supports_streaming: true });
    case 'animation':
      return api.sendAnimation(chatId, file, extras);
    case 'audio':
      return api.sendAudio(chatId, file, { ...extras, ...audioDetails(item, message.modelTitle) });
    case 'voice':
      return api.sendVoice(chatId, file, extras);
    case 'document':
      return api.sendDocument(chatId, file, { ...extras, disable_content_type_detection: true });
  }
}

export function fileOf({ bytes, fileName }: LoadedMedia): InputFile {
  return new InputFile(bytes, fileName);
}

export function extrasOf({
  place,
  caption,
  actions,
}: Pick<FileMessage, 'place' | 'caption' | 'actions'>): Extras {
  return {
    ...answering(place),
    parse_mode: 'HTML',
    ...(caption === '' ? {} : { caption }),
    ...(actions.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboardAt(place, actions) } }),
  };
}

export function videoDetails(item: LoadedMedia): { width?: number; height?: number; duration?: number } {
  const facts = videoFacts(item.bytes);
  if (facts) return { width: facts.width, height: facts.height, duration: Math.round(facts.durationSeconds) };
  return item.durationSeconds === undefined ? {} : { duration: Math.round(item.durationSeconds) };
}

function audioDetails(
  item: LoadedMedia,
  modelTitle: string,
): { title?: string; performer?: string; duration?: number } {
  return {
    ...(item.title === undefined ? {} : { title: item.title }),
    ...(modelTitle === '' ? {} : { performer: modelTitle }),
    ...(item.durationSeconds === undefined ? {} : { duration: Math.round(item.durationSeconds) }),
  };
}
