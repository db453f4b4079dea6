import type { InlineKeyboardButton } from 'grammy/types';
import { promptOf, type TypeCount, typeName } from '#forms';
import type { Generation, MediaKind } from '#generation';
import type { Model, ModelType } from '#registry';
import { isGroup } from '../place.ts';
import { homeButton, menuButton } from './home.ts';
import { clip } from './html.ts';
import { type ModelRow, rowLabel } from './models.ts';
import { button, fitted, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** What can be done with a finished picture, clip or sound; types without a model on offer are left out. */
const NEXT_TYPES: Record<MediaKind, readonly ModelType[]> = {
  image: ['image_edit', 'image_to_video', 'upscale'],
  video: ['video_to_video', 'upscale'],
  audio: ['audio_to_audio'],
  file: [],
};

/** What a person would have to type off the screen otherwise; Telegram copies no more. */
const COPY_LIMIT = 256;
const FOLLOW_UPS_SHOWN = 8;

export interface ActionsView {
  generation: Generation;
  model: Model | undefined;
  /** Which of the result's files the buttons mean. */
  index: number;
  /** Whether a model of the type begins with such a file. */
  isOffered(type: ModelType, kind: MediaKind): boolean;
  /** Models that go on from this very result. */
  followUps: readonly ModelRow[];
  /** Whether results can be handed to other chats. */
  canShare: boolean;
  /** The bot's; null while it is not known. */
  username: string | null;
}

/** The buttons below a result. */
export function resultActions(voice: Voice, view: ActionsView): InlineKeyboardButton[][] {
  return [
    pickRow(view),
    againRow(voice, view),
    varyRow(voice, view),
    ...fitted(nextRow(voice, view)),
    ...followUpRows(voice, view),
    ...fitted(fileRow(voice, view)),
    ...fitted(wordsRow(voice, view)),
    privateRow(voice, view),
  ].filter((row) => row.length > 0);
}

/** Of several files, the one that the other buttons mean. */
function pickRow({ generation, index }: ActionsView): InlineKeyboardButton[] {
  const files = generation.result?.media ?? [];
  if (files.length < 2) return [];
  return files.slice(0, 8).map((_file, at) =>
    button(at === index ? `✓ ${at + 1}` : String(at + 1), {
      to: 'pick',
      generation: generation.id,
      index: at,
    }),
  );
}

function againRow(voice: Voice, { generation, model }: ActionsView): InlineKeyboardButton[] {
  const row = [button(voice.plain('button-again'), { to: 'again', generation: generation.id })];
  if (promptOf(generation, model)) {
    row.push(button(voice.plain('button-new-prompt'), { to: 'new-prompt', generation: generation.id }));
  }
  return row;
}

/** The same wish at once, at the price that the button says. */
function varyRow(voice: Voice, { generation, model }: ActionsView): InlineKeyboardButton[] {
  if (!generation.result?.media.length || !promptOf(generation, model)) return [];
  const { credits } = generation.quote;
  const label = voice.plain('button-vary', { price: credits });
  return [button(label, { to: 'vary', generation: generation.id, credits })];
}

function nextRow(voice: Voice, { generation, index, isOffered }: ActionsView): InlineKeyboardButton[] {
  const kind = generation.result?.media[index]?.kind ?? 'file';
  return NEXT_TYPES[kind]
    .filter((type) => isOffered(type, kind))
    .map((type) =>
      button(voice.plain(`action-${type}`), { to: 'use-result', generation: generation.id, type, index }),
    );
}

/** What only this result's own family can do with it: extend, take apart, make a clip. */
function followUpRows(voice: Voice, { generation, index, followUps }: ActionsView) {
  const shown = followUps.slice(0, FOLLOW_UPS_SHOWN).map((row) => goOnButton(voice, generation, index, row));
  return fitted(shown);
}

function goOnButton(voice: Voice, { id }: Generation, index: number, row: ModelRow): InlineKeyboardButton {
  return button(rowLabel(voice, { ...row, model: { ...row.model, title: shortTitle(row.model.title) } }), {
    to: 'go-on',
    generation: id,
    index,
    model: row.code,
  });
}

/** `Extend Music` of `Suno - Extend Music`: whose it is, is known here. */
function shortTitle(title: string): string {
  return title.split(' - ').at(-1) ?? title;
}

function fileRow(voice: Voice, { generation, index }: ActionsView): InlineKeyboardButton[] {
  if (!generation.result?.media.length) return [];
  return [
    button(voice.plain('button-uses'), { to: 'uses', generation: generation.id, index }),
    button(voice.plain('button-original'), { to: 'original', generation: generation.id }),
  ];
}

function wordsRow(voice: Voice, { generation, model, canShare }: ActionsView): InlineKeyboardButton[] {
  const row: InlineKeyboardButton[] = [];
  const prompt = promptOf(generation, model);
  if (prompt !== undefined) {
    row.push({ text: voice.plain('button-copy-prompt'), copy_text: { text: clip(prompt, COPY_LIMIT) } });
  }
  if (canShare && generation.result?.media.length) {
    row.push({
      text: voice.plain('button-share'),
      switch_inline_query_chosen_chat: {
        query: `g_${generation.id}`,
        allow_user_chats: true,
        allow_group_chats: true,
        allow_channel_chats: true,
      },
    });
  }
  return [...row, menuButton(voice)];
}

/** From a group to everything else that can be made of the result. */
function privateRow(voice: Voice, { generation, username }: ActionsView): InlineKeyboardButton[] {
  if (!isGroup(generation) || username === null) return [];
  return [
    { text: voice.plain('button-in-private'), url: `https://t.me/${username}?start=g_${generation.id}` },
  ];
}

export interface UsesView {
  generation: Generation;
  index: number;
  types: readonly TypeCount[];
  tools: readonly ModelRow[];
  followUps: readonly ModelRow[];
}

/** Everything that can be made of one file of a result. */
export function usesScreen(voice: Voice, { generation, index, types, tools, followUps }: UsesView): Screen {
  const byType = types.map(({ type }) =>
    button(typeName(voice, type), { to: 'use-result', generation: generation.id, type, index }),
  );
  const byModel = [...tools, ...followUps].map((row) => goOnButton(voice, generation, index, row));
  return {
    text: voice.html(byType.length + byModel.length > 0 ? 'uses-of-result' : 'file-no-action'),
    keyboard: [...fitted(byType), ...inRows(byModel, 1), [homeButton(voice)]],
  };
}
