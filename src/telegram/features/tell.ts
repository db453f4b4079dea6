import { getPerson } from '#people';
import { chatWith } from '../chat-with.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Voice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { troubleOf } from '../telegram-trouble.ts';

/**
 * Writes a sentence to somebody who waits for nothing. Who has left or was blocked is not written to. Rejects where it
 * may be tried again.
 */
export async function tell(
  services: Pick<Services, 'api' | 'database' | 'translator'>,
  personId: number,
  write: (voice: Voice) => string,
): Promise<void> {
  const person = await getPerson(services.database.db, personId);
  if (!person || person.bannedAt || person.botBlockedAt) return;
  const { voice, send } = chatWith(services, person);
  await send(noteScreen(voice, write(voice))).catch((error: unknown) => {
    if (troubleOf(error).kind !== 'person-gone') throw error;
  });
}
