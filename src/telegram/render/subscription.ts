import type { InlineKeyboardButton } from 'grammy/types';
import type { Pack, Subscription } from '#payments';
import { shortCode } from '../short-codes.ts';
import { homeButton } from './home.ts';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dayText } from './words.ts';

/** What a person has every month, or could have. */
export interface SubscriptionView {
  /** Null: nothing is offered, or the person has it already. */
  offer: Pack | null;
  /** Paid for some time to come, whether it goes on afterwards or not. */
  running: readonly Subscription[];
  timeZone: string;
}

/** One line for each subscription that runs. */
export function subscriptionLines(voice: Voice, { running, timeZone }: SubscriptionView): string[] {
  return running.map(({ state, credits, stars, paidUntil }) =>
    voice.html(`subscription-${state}`, { credits, stars, date: dayText(voice, paidUntil, timeZone) }),
  );
}

/** The offer, or the way to end or take up what runs. */
export function subscriptionRows(voice: Voice, { offer, running }: SubscriptionView): Screen['keyboard'] {
  const rows = running.map((subscription) => [changeButton(voice, subscription)]);
  if (!offer) return rows;
  const { stars, credits } = offer;
  return [...rows, [button(voice.plain('button-subscribe', { stars, credits }), { to: 'subscribe', stars })]];
}

function changeButton(voice: Voice, { invoiceId, state }: Subscription): InlineKeyboardButton {
  const ends = state === 'canceled';
  const label = voice.plain(ends ? 'button-subscription-resume' : 'button-subscription-stop');
  return button(label, {
    to: ends ? 'subscription-resume' : 'subscription-stop',
    subscription: shortCode(invoiceId),
  });
}

/** What is subscribed to, with the button that leads to Telegram's own payment. */
export function subscribeScreen(voice: Voice, { stars, credits }: Pack, link: string): Screen {
  return {
    text: voice.html('subscription-about', { stars, credits }),
    keyboard: [[{ text: voice.plain('button-subscribe-pay', { stars }), url: link }], [homeButton(voice)]],
  };
}
