import type { CreditsMoved } from '#operator';
import type { Services } from '../services.ts';
import { tell } from './tell.ts';

/** Tells whose credits an operator moved: how many, what was there then, and what the operator lets them know. */
export async function tellCreditsMoved(
  services: Pick<Services, 'api' | 'database' | 'translator'>,
  { personId, amount, available, note, stars }: CreditsMoved,
): Promise<void> {
  await tell(services, personId, (voice) => {
    const credits = (count: number) => voice.plain('credits', { count });
    const values = { credits: credits(Math.abs(amount)), left: credits(available) };
    const sentence =
      stars === null
        ? voice.html(amount < 0 ? 'credits-taken' : 'credits-granted', values)
        : voice.html('credits-for-payment', { ...values, stars });
    return note === '' ? sentence : `${sentence}\n\n${voice.html('credits-note', { note })}`;
  });
}
