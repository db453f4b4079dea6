import { randomInt } from 'node:crypto';
import type { Message } from 'grammy/types';
import { ApiError, badRequest } from '../api-error.ts';
import type { MediaDetails } from '../content/media.ts';
import { type MediaInput, readMediaInput } from '../content/media-input.ts';
import { isMediaKind, type MediaContent, type MediaKind } from '../content/media-kinds.ts';
import type { FormattedText } from '../entities/formatted-text.ts';
import { isObject, numberOf, type Params, textOf } from '../params.ts';
import { checkDeliverable, deliver, readDestination } from './destination.ts';
import type { Call, Method } from './method.ts';
import { asCaption, captionOf, checkCaption } from './text-input.ts';

/** One InputMedia object, read. */
export interface InputMedia {
  kind: MediaKind;
  input: MediaInput;
  caption: FormattedText;
  details: MediaDetails;
  spoiler: boolean;
}

const MAX_ITEMS = 10;
/** Kinds that go only with themselves. */
const ALONE: MediaKind[] = ['audio', 'document'];

export const albums = {
  async sendMediaGroup(call) {
    const items = readAlbum(call.params);
    const to = readDestination(call);
    for (const item of items) checkCaption(item.caption);
    checkMix(items);
    checkDeliverable(to.chat, undefined);
    const contents: MediaContent[] = [];
    for (const [index, item] of items.entries()) contents.push(await loadItem(call, item, index));
    const group = items.length > 1 ? { media_group_id: String(randomInt(1e12, 9e13)) } : {};
    const plain = { ...to, markup: undefined };
    return items.map((item, index): Message => {
      const spoiler = item.spoiler ? { has_media_spoiler: true as const } : {};
      return deliver(call, plain, { ...contents[index], ...group, ...asCaption(item.caption), ...spoiler });
    });
  },
} satisfies Record<string, Method>;

/** Reads one InputMedia object; `unsupported` is the error for a type the method does not take. */
export function readInputMedia(
  params: Params,
  value: unknown,
  unsupported: (type: string) => Error,
): InputMedia {
  if (!isObject(value)) throw badRequest("can't parse InputMedia: expected an Object");
  const kind = textOf(value, 'type');
  if (!isMediaKind(kind) || kind === 'voice') throw unsupported(kind);
  const media = textOf(value, 'media');
  if (media === '') throw badRequest(`there is no ${kind} in the request`);
  return {
    ...{ kind, caption: captionOf(value), spoiler: value.has_spoiler === true },
    input: readMediaInput(params, kind, media),
    details: readDetails(value),
  };
}

function readAlbum(params: Params): InputMedia[] {
  const list = params.json('media', "can't parse media JSON object");
  if (!Array.isArray(list))
    throw badRequest(
      list === undefined ? 'there are no messages to send' : 'expected an Array of InputMedia',
    );
  if (list.length > MAX_ITEMS) throw badRequest('too many messages to send as an album');
  if (list.length === 0) throw badRequest('there are no messages to send');
  return list.map((value) => {
    const item = readInputMedia(params, value, unusable);
    if (item.kind === 'animation') throw unusable('animation');
    return item;
  });
}

function unusable(type: string): Error {
  return badRequest(`type "${type}" can't be used in sendMediaGroup`);
}

function checkMix(items: InputMedia[]): void {
  const alone = ALONE.find((kind) => items.some((item) => item.kind === kind));
  if (!alone || items.every((item) => item.kind === alone)) return;
  throw badRequest(`${alone === 'audio' ? 'Audio' : 'Document'} can't be mixed with other media types`);
}

/** A file that fails is named by its place, its own reason without the prefix. */
async function loadItem({ bot }: Call, item: InputMedia, index: number): Promise<MediaContent> {
  try {
    return await bot.media.load(item.kind, item.input, item.details);
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.code !== 400) throw cause;
    const reason = cause.message.replace(/^Bad Request: /, '');
    const text = `failed to send message #${index + 1} with the error message "${reason}"`;
    throw Object.assign(badRequest(text), { cause });
  }
}

function readDetails(value: Record<string, unknown>): MediaDetails {
  const numbers = (['width', 'height', 'duration'] as const).flatMap((name) => {
    const number = numberOf(value, name);
    return number === undefined ? [] : [[name, number] as const];
  });
  return {
    ...Object.fromEntries(numbers),
    title: textOf(value, 'title'),
    performer: textOf(value, 'performer'),
  };
}
