import { getPerson } from '#people';
import { chatWith } from '../chat-with.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { troubleOf } from '../telegram-trouble.ts';

/** Tells who invited somebody that the friend's first result has brought credits. Rejects where it may be tried again. */
export async function tellReward(
  services: Pick<Services, 'api' | 'database' | 'translator'>,
  { inviterId, credits }: { inviterId: number; credits: number },
): Promise<void> {
  const inviter = await getPerson(services.database.db, inviterId);
  if (!inviter) return;
  const { voice, send } = chatWith(services, inviter);
  const amount = voice.plain('credits', { count: credits });
  await send(noteScreen(voice, voice.html('referral-rewarded', { credits: amount }))).catch(
    (error: unknown) => {
      if (troubleOf(error).kind !== 'person-gone') throw error;
    },
  );
}
