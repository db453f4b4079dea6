import type { RecordedPayment } from '#payments';
import type { Screen } from './screen.ts';
import { noteScreen } from './simple-screens.ts';
import type { Voice } from './voice.ts';
import { dayText } from './words.ts';

/** Thanks for a payment: for a pack, for the first month of a subscription, or for another one. */
export function creditedScreen(
  voice: Voice,
  {
    credits,
    subscription,
    timeZone,
  }: { credits: number; subscription: RecordedPayment['subscription']; timeZone: string },
): Screen {
  const amount = voice.plain('credits', { count: credits });
  if (!subscription) return noteScreen(voice, voice.html('payment-credited', { credits: amount }));
  const key = subscription.renewed ? 'payment-renewed' : 'payment-subscribed';
  const date = dayText(voice, subscription.paidUntil, timeZone);
  return noteScreen(voice, voice.html(key, { credits: amount, date }));
}
