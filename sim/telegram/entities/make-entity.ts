import type { MessageEntity } from 'grammy/types';

/** What a mark says beyond its kind. */
export interface EntityDetail {
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
}

export type EntityType = MessageEntity['type'];

/**
 * An entity over the given range, or nothing where the server makes none: links become `text_link` only with an
 * address it accepts.
 */
export function makeEntity(
  type: EntityType,
  offset: number,
  length: number,
  detail: EntityDetail = {},
): MessageEntity | undefined {
  if (length === 0) return undefined;
  if (type === 'text_link') {
    const url = linkAddress(detail.url ?? '');
    return url === undefined ? undefined : { type, offset, length, url };
  }
  if (type === 'pre')
    return detail.language ? { type, offset, length, language: detail.language } : { type, offset, length };
  if (type === 'custom_emoji') return { type, offset, length, custom_emoji_id: detail.custom_emoji_id ?? '' };
  if (type === 'date_time') {
    const { unix_time = 0, date_time_format = '' } = detail;
    return { type, offset, length, unix_time, date_time_format } as MessageEntity.DateTimeMessageEntity;
  }
  return { type, offset, length } as MessageEntity;
}

function linkAddress(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!['http:', 'https:', 'tg:', 'ton:', 'tonsite:'].includes(url.protocol)) return undefined;
  return url.protocol.startsWith('http') && !url.hostname.includes('.') && url.hostname !== 'localhost'
    ? undefined
    : url.href;
}
