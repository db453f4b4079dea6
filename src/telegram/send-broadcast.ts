import type { Api } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import type { SendBroadcast } from '#operator';
import { troubleOf } from './telegram-trouble.ts';

/** A connection that never was is tried again after this. */
const UNREACHED_MS = 3_000;

/** The operator's words as they wrote them, to one person. Waits are the business of who sends to many. */
export function createBroadcastSender(api: Api): SendBroadcast {
  return async (personId, { text, entities }) => {
    try {
      await api.sendMessage(personId, text, { entities: entities as MessageEntity[] });
      return 'sent';
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'person-gone') return 'gone';
      if (trouble.kind === 'wait') return { waitMs: trouble.ms };
      if (trouble.kind === 'refused') return 'failed';
      return trouble.kind === 'no-answer' && trouble.reached ? 'unsure' : { waitMs: UNREACHED_MS };
    }
  };
}
