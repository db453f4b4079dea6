import type { Services } from '../services.ts';
import { tell } from './tell.ts';

/** Tells who invited somebody that the friend's first result has brought credits. Rejects where it may be tried again. */
export async function tellReward(
  services: Pick<Services, 'api' | 'database' | 'translator'>,
  { inviterId, credits }: { inviterId: number; credits: number },
): Promise<void> {
  await tell(services, inviterId, (voice) =>
    voice.html('referral-rewarded', { credits: voice.plain('credits', { count: credits }) }),
  );
}
