import type { InlineQueryResult } from 'grammy/types';
import { promptOf } from '#forms';
import type { Generation, SentItem } from '#generation';
import type { Model } from '#registry';
import { escapeHtml, oneLine, quotation } from './html.ts';
import { listedLabel, type ModelRow } from './models.ts';
import type { Voice } from './voice.ts';

export interface InlineView {
  generation: Generation;
  model: Model | undefined;
  items: readonly SentItem[];
  /** The bot's, without @. */
  username: string;
}

const CAPTION_SHOWN = 700;

/** The files of a result as Telegram keeps them, each ready to be sent to any chat. */
export function inlineResults(voice: Voice, view: InlineView): InlineQueryResult[] {
  const { generation, model, items, username } = view;
  const prompt = promptOf(generation, model);
  const title = oneLine(prompt ?? model?.title ?? generation.modelId, 60);
  const link = `https://t.me/${username}?start=g_${generation.id}`;
  const common = {
    parse_mode: 'HTML' as const,
    ...(prompt === undefined ? {} : { caption: quotation(prompt, CAPTION_SHOWN) }),
    reply_markup: { inline_keyboard: [[{ text: voice.plain('inline-like-this'), url: link }]] },
  };
  return items.flatMap((item, index) => asResult(item, `${generation.id}:${index}`, title, common));
}

export interface InlineModelView {
  row: ModelRow;
  facts: Parameters<typeof listedLabel>[2];
  /** The bot's, without @. */
  username: string;
}

/** A model that can be named to others, with the way to its form. */
export function inlineModel(voice: Voice, { row, facts, username }: InlineModelView): InlineQueryResult {
  const label = listedLabel(voice, row, facts);
  const known = label.slice(label.indexOf(' · ') + 3);
  const url = `https://t.me/${username}?start=m_${row.code}`;
  return {
    type: 'article',
    id: `m:${row.code}`,
    title: row.model.title,
    description: known,
    input_message_content: { message_text: escapeHtml(`${row.model.title} · ${known}`), parse_mode: 'HTML' },
    reply_markup: { inline_keyboard: [[{ text: voice.plain('inline-open-model'), url }]] },
  };
}

type Common = Pick<Extract<InlineQueryResult, { type: 'photo' }>, 'parse_mode' | 'caption' | 'reply_markup'>;

function asResult(
  { kind, fileId }: SentItem,
  id: string,
  title: string,
  common: Common,
): InlineQueryResult[] {
  if (fileId === null) return [];
  switch (kind) {
    case 'photo':
      return [{ type: 'photo', id, photo_file_id: fileId, title, ...common }];
    case 'video':
      return [{ type: 'video', id, video_file_id: fileId, title, ...common }];
    case 'animation':
      return [{ type: 'mpeg4_gif', id, mpeg4_file_id: fileId, title, ...common }];
    case 'audio':
      return [{ type: 'audio', id, audio_file_id: fileId, ...common }];
    case 'voice':
      return [{ type: 'voice', id, voice_file_id: fileId, title, ...common }];
    case 'document':
      return [{ type: 'document', id, document_file_id: fileId, title, ...common }];
    case 'text':
      return [];
  }
}
