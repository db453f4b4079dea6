import type { Message, MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { codePoints, type FormattedText } from '../entities/formatted-text.ts';
import { readFormatted, readText } from '../entities/read-text.ts';
import { isObject, type Params, textOf } from '../params.ts';

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

/** The `text` of a call with its marks. */
export function textParam(params: Params): FormattedText {
  const entities = params.json('entities', "can't parse entities JSON object");
  return readText({ text: params.text('text'), parseMode: params.text('parse_mode'), entities });
}

/** The `caption` of a call; may be empty. */
export function captionParam(params: Params): FormattedText {
  const entities = params.json('caption_entities', "can't parse entities JSON object");
  return readFormatted({ text: params.text('caption'), parseMode: params.text('parse_mode'), entities });
}

/** The caption inside an InputMedia object. */
export function captionOf(media: Record<string, unknown>): FormattedText {
  return readFormatted({
    ...{ text: textOf(media, 'caption'), parseMode: textOf(media, 'parse_mode') },
    entities: media.caption_entities,
  });
}

export function checkCaption(caption: FormattedText): void {
  if (codePoints(caption.text) > MAX_CAPTION) throw badRequest('message caption is too long');
}

/** Fields of a message that hold a text; entities only where there are any. */
export function asText({ text, entities }: FormattedText): { text: string; entities?: MessageEntity[] } {
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

export function asCaption({ text, entities }: FormattedText): Pick<Message, 'caption' | 'caption_entities'> {
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** The link preview's settings, kept as they came. */
export function linkPreview(params: Params): Pick<Message, 'link_preview_options'> {
  const value = params.json('link_preview_options', "can't parse link preview options JSON object");
  if (value === undefined) return {};
  if (!isObject(value)) throw badRequest('object expected as link preview options');
  return { link_preview_options: value };
}
