import { type Api, InputFile, InputMediaBuilder } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { LinkedMedia, LoadedMedia, PartToSend, SentItem } from '#generation';
import { afterSomething, isRefusal } from './messenger-errors.ts';
import { answering } from './place.ts';
import { keyboardAt } from './render/group.ts';
import { escapeHtml, MESSAGE_LIMIT } from './render/html.ts';
import { linkText, splitText } from './render/result.ts';
import type { Voice } from './render/voice.ts';
import { extrasOf, fileOf, formOf, sendAs, videoDetails } from './send-file.ts';
import { sentItemOf } from './sent-item.ts';

export interface PartMessage {
  voice: Voice;
  part: PartToSend;
  /** HTML. */
  caption: string;
  /** Empty: no buttons. */
  actions: InlineKeyboardButton[][];
  modelTitle: string;
}

/** Longer texts come as a file. */
const MOST_TEXT_MESSAGES = 3;
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

async function sendOne(api: Api, message: PartMessage, item: LoadedMedia | LinkedMedia): Promise<SentItem[]> {
  if (item.bytes === null) return sendLink(api, message, item);
  const { caption, actions, modelTitle, part } = message;
  const file = { place: part.generation, item, caption, actions, modelTitle };
  try {
    return [sentItemOf(await sendAs(formOf(item), api, file))];
  } catch (error) {
    if (!isRefusal(error) || formOf(item) === 'document') throw error;
    return [sentItemOf(await sendAs('document', api, file))];
  }
}

async function sendAlbum(api: Api, message: PartMessage, items: readonly LoadedMedia[]): Promise<SentItem[]> {
  const place = message.part.generation;
  let messages: Message[];
  try {
    messages = await api.sendMediaGroup(
      place.chatId,
      items.map((item, index) => albumEntry(item, index, message.caption)),
      answering(place),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    messages = await api.sendMediaGroup(
      place.chatId,
      items.map((item, index) => albumDocument(item, index, message.caption)),
      answering(place),
    );
  }
  await sendActions(api, message, messages);
  return messages.map(sentItemOf);
}

function albumEntry(item: LoadedMedia, index: number, caption: string) {
  const extras = captionOf(index === 0 ? caption : '');
  return formOf(item) === 'video'
    ? InputMediaBuilder.video(fileOf(item), { ...extras, ...videoDetails(item), supports_streaming: true })
    : InputMediaBuilder.photo(fileOf(item), extras);
}

/** Of an album only the whole answers something. */
function captionOf(caption: string) {
  return { parse_mode: 'HTML' as const, ...(caption === '' ? {} : { caption }) };
}

function albumDocument(item: LoadedMedia, index: number, caption: string) {
  const extras = captionOf(index === 0 ? caption : '');
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
  const place = part.generation;
  await api
    .sendMessage(place.chatId, voice.html('result-actions'), {
      ...answering(place),
      reply_markup: { inline_keyboard: keyboardAt(place, actions) },
      reply_parameters: { message_id: first.message_id, allow_sending_without_reply: true },
    })
    .catch(() => undefined);
}

async function sendLink(api: Api, message: PartMessage, item: LinkedMedia): Promise<SentItem[]> {
  const { voice, caption, actions, part } = message;
  const text = [linkText(voice, item), caption].filter(Boolean).join('\n\n');
  const { caption: _none, ...extras } = extrasOf({ place: part.generation, caption: '', actions });
  return [sentItemOf(await api.sendMessage(part.generation.chatId, text, extras))];
}

/** A text result: a message or a few, or a file when it is long. */
export async function sendText(api: Api, message: PartMessage, text: string): Promise<SentItem[]> {
  const { part, caption, voice, actions } = message;
  const { chatId } = part.generation;
  const pieces = splitText(text, MESSAGE_LIMIT - 96);
  if (pieces.length > MOST_TEXT_MESSAGES) {
    const file = new InputFile(new TextEncoder().encode(text), 'result.txt');
    const extras = extrasOf({
      place: part.generation,
      caption: part.items.length > 0 ? voice.html('result-text-file') : caption,
      actions,
    });
    return [sentItemOf(await api.sendDocument(chatId, file, extras))];
  }
  const steps = pieces.map((piece, index) => async () => {
    const { caption: _none, ...extras } = extrasOf({
      place: part.generation,
      caption: '',
      actions: index === pieces.length - 1 ? actions : [],
    });
    return [sentItemOf(await api.sendMessage(chatId, escapeHtml(piece), extras))];
  });
  return inTurn(steps);
}
