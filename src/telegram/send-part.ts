import { type Api, InputFile, InputMediaBuilder } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { LinkedMedia, LoadedMedia, PartToSend, SentItem } from '#generation';
import { afterSomething, isRefusal } from './messenger-errors.ts';
import { escapeHtml, MESSAGE_LIMIT } from './render/html.ts';
import { linkText, splitText } from './render/result.ts';
import type { Voice } from './render/voice.ts';
import { sentItemOf } from './sent-item.ts';
import { videoFacts } from './video-facts.ts';

export interface PartMessage {
  voice: Voice;
  part: PartToSend;
  /** HTML. */
  caption: string;
  /** Empty: no buttons. */
  actions: InlineKeyboardButton[][];
  modelTitle: string;
}

/** What goes below every message of a kind. */
interface Extras {
  caption?: string;
  parse_mode: 'HTML';
  reply_markup?: { inline_keyboard: InlineKeyboardButton[][] };
}

const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024;
/** Longer texts come as a file. */
const MOST_TEXT_MESSAGES = 3;
/** Formats that Telegram shows as a picture (facts: photo has unsupported extension). */
const PHOTO_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp', 'image/tiff']);

/** Sends one part of a result in the form that fits its content, and answers what Telegram made of it. */
export function createPartSender(api: Api): (message: PartMessage) => Promise<SentItem[]> {
  return async (message) => {
    const { items, text } = message.part;
    const steps: (() => Promise<SentItem[]>)[] = [];
    const captioned = { ...message, actions: text === undefined ? message.actions : [] };
    if (isAlbum(items)) steps.push(() => sendAlbum(api, captioned, items));
    else {
      for (const [index, item] of items.entries()) {
        steps.push(() => sendOne(api, onlyAt(captioned, index, items.length), item));
      }
    }
    if (text !== undefined) steps.push(() => sendText(api, message, text));
    return inTurn(steps);
  };
}

async function inTurn(steps: readonly (() => Promise<SentItem[]>)[]): Promise<SentItem[]> {
  const sent: SentItem[] = [];
  for (const step of steps) {
    try {
      sent.push(...(await step()));
    } catch (error) {
      throw sent.length > 0 ? afterSomething(error) : error;
    }
  }
  return sent;
}

/** The caption stands under the first item, the buttons under the last. */
function onlyAt(message: PartMessage, index: number, count: number): PartMessage {
  return {
    ...message,
    caption: index === 0 ? message.caption : '',
    actions: index === count - 1 ? message.actions : [],
  };
}

function isAlbum(items: PartToSend['items']): items is LoadedMedia[] {
  if (items.length < 2 || items.length > 10) return false;
  const forms = items.map((item) => (item.bytes === null ? 'link' : formOf(item)));
  return forms.every((form) => form === 'photo' || form === 'video');
}

type Form = 'photo' | 'video' | 'audio' | 'animation' | 'document';

function formOf({ mime, bytes }: LoadedMedia): Form {
  if (mime === 'image/gif') return 'animation';
  if (PHOTO_TYPES.has(mime)) return bytes.length > PHOTO_LIMIT_BYTES ? 'document' : 'photo';
  if (mime === 'video/mp4' || mime === 'video/quicktime') return 'video';
  return mime === 'audio/mpeg' || mime === 'audio/mp4' || mime === 'audio/x-m4a' ? 'audio' : 'document';
}

async function sendOne(api: Api, message: PartMessage, item: LoadedMedia | LinkedMedia): Promise<SentItem[]> {
  if (item.bytes === null) return sendLink(api, message, item);
  try {
    return [sentItemOf(await sendAs(formOf(item), api, message, item))];
  } catch (error) {
    if (!isRefusal(error) || formOf(item) === 'document') throw error;
    return [sentItemOf(await sendAs('document', api, message, item))];
  }
}

function sendAs(form: Form, api: Api, message: PartMessage, item: LoadedMedia): Promise<Message> {
  const { chatId } = message.part.generation;
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
    case 'document':
      return api.sendDocument(chatId, file, { ...extras, disable_content_type_detection: true });
  }
}

function fileOf({ bytes, fileName }: LoadedMedia): InputFile {
  return new InputFile(bytes, fileName);
}

function extrasOf({ caption, actions }: Pick<PartMessage, 'caption' | 'actions'>): Extras {
  return {
    parse_mode: 'HTML',
    ...(caption === '' ? {} : { caption }),
    ...(actions.length === 0 ? {} : { reply_markup: { inline_keyboard: actions } }),
  };
}

function videoDetails(item: LoadedMedia): { width?: number; height?: number; duration?: number } {
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

async function sendAlbum(api: Api, message: PartMessage, items: readonly LoadedMedia[]): Promise<SentItem[]> {
  const { chatId } = message.part.generation;
  let messages: Message[];
  try {
    messages = await api.sendMediaGroup(
      chatId,
      items.map((item, index) => albumEntry(item, index, message.caption)),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    messages = await api.sendMediaGroup(
      chatId,
      items.map((item, index) => albumDocument(item, index, message.caption)),
    );
  }
  await sendActions(api, message, messages);
  return messages.map(sentItemOf);
}

function albumEntry(item: LoadedMedia, index: number, caption: string) {
  const extras = extrasOf({ caption: index === 0 ? caption : '', actions: [] });
  return formOf(item) === 'video'
    ? InputMediaBuilder.video(fileOf(item), { ...extras, ...videoDetails(item), supports_streaming: true })
    : InputMediaBuilder.photo(fileOf(item), extras);
}

function albumDocument(item: LoadedMedia, index: number, caption: string) {
  const extras = extrasOf({ caption: index === 0 ? caption : '', actions: [] });
  return InputMediaBuilder.document(fileOf(item), { ...extras, disable_content_type_detection: true });
}

/** An album cannot carry buttons, so they follow in a message of their own. The album has arrived: no error leaves here. */
async function sendActions(
  api: Api,
  { voice, part, actions }: PartMessage,
  album: readonly Message[],
): Promise<void> {
  const first = album[0];
  if (actions.length === 0 || first === undefined) return;
  await api
    .sendMessage(part.generation.chatId, voice.html('result-actions'), {
      reply_markup: { inline_keyboard: actions },
      reply_parameters: { message_id: first.message_id, allow_sending_without_reply: true },
    })
    .catch(() => undefined);
}

async function sendLink(api: Api, message: PartMessage, item: LinkedMedia): Promise<SentItem[]> {
  const { voice, caption, actions, part } = message;
  const text = [linkText(voice, item), caption].filter(Boolean).join('\n\n');
  const { caption: _none, ...extras } = extrasOf({ caption: '', actions });
  return [sentItemOf(await api.sendMessage(part.generation.chatId, text, extras))];
}

async function sendText(api: Api, message: PartMessage, text: string): Promise<SentItem[]> {
  const { part, caption, voice, actions } = message;
  const { chatId } = part.generation;
  const pieces = splitText(text, MESSAGE_LIMIT - 96);
  if (pieces.length > MOST_TEXT_MESSAGES) {
    const file = new InputFile(new TextEncoder().encode(text), 'result.txt');
    const extras = extrasOf({
      caption: part.items.length > 0 ? voice.html('result-text-file') : caption,
      actions,
    });
    return [sentItemOf(await api.sendDocument(chatId, file, extras))];
  }
  const steps = pieces.map((piece, index) => async () => {
    const { caption: _none, ...extras } = extrasOf({
      caption: '',
      actions: index === pieces.length - 1 ? actions : [],
    });
    return [sentItemOf(await api.sendMessage(chatId, escapeHtml(piece), extras))];
  });
  return inTurn(steps);
}
