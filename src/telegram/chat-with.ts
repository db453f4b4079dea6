import type { Person } from '#people';
import type { ChatContext } from './context.ts';
import { privatePlace } from './place.ts';
import { createVoice } from './render/voice.ts';
import type { Services } from './services.ts';
import { sendMessage } from './status-board.ts';

/** A person's private chat when no update of theirs led here: every screen is a new message. */
export function chatWith(
  { api, translator }: Pick<Services, 'api' | 'translator'>,
  person: Person,
): ChatContext {
  const place = privatePlace(person.id);
  const send: ChatContext['send'] = (screen) => sendMessage(api, place, screen);
  return {
    api,
    person,
    place,
    voice: createVoice(translator, person.locale),
    send,
    show: send,
  };
}
