import type { InlineKeyboardButton } from 'grammy/types';
import type { Generation } from '#generation';
import type { Registry } from '#registry';
import type { Catalogue } from '../catalogue.ts';
import { resultActions } from '../render/result-actions.ts';
import type { Voice } from '../render/voice.ts';
import { followUpsOf } from './follow-ups.ts';

export interface ActionsBelow {
  registry: Pick<Registry, 'get'>;
  catalogue: Pick<Catalogue, 'firstForFile' | 'followUps'>;
  /** Whether the bot answers inline queries, so that a result can be handed to another chat. */
  canShare(): boolean;
  /** The bot's, for links from a group into its private chat. */
  username(): string | null;
}

/** The buttons that stand below one file of a result today. */
export function actionsBelow(
  { registry, catalogue, canShare, username }: ActionsBelow,
  voice: Voice,
  generation: Generation,
  index: number,
): InlineKeyboardButton[][] {
  return resultActions(voice, {
    generation,
    model: registry.get(generation.modelId),
    index,
    isOffered: (type, kind) => catalogue.firstForFile(type, kind) !== undefined,
    followUps: followUpsOf(catalogue, generation, index),
    canShare: canShare(),
    username: username(),
  });
}
