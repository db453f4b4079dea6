import type { UncertainPurchase } from '#generation';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

/** A purchase that kie.ai never confirmed, for an operator: what is known, and the three ways to end it. */
export function purchaseScreen(voice: Voice, purchase: UncertainPurchase, timeZone: string): Screen {
  const { id: generation, username, firstName, callbackTaskIds } = purchase;
  const facts = voice.html('uncertain-facts', {
    person: `${username === null ? firstName : `${firstName} @${username}`}, ${purchase.personId}`,
    credits: purchase.credits,
    kieCredits: purchase.kieCredits,
    sent: dateText(voice, purchase.submittedAt, timeZone),
    released: dateText(voice, purchase.releasedAt, timeZone),
    tasks: callbackTaskIds.length === 0 ? '–' : callbackTaskIds.join(', '),
  });
  return {
    text: `${voice.html('alert-uncertain-purchase', { generation, model: purchase.modelId })}\n\n${facts}`,
    keyboard: [
      [button(voice.plain('button-uncertain-attach'), { to: 'uncertain-attach', generation })],
      [
        button(voice.plain('button-uncertain-retry'), { to: 'uncertain-retry', generation }),
        button(voice.plain('button-uncertain-release'), { to: 'uncertain-release', generation }),
      ],
    ],
  };
}
