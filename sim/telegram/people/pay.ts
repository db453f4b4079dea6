import type { SuccessfulPayment } from 'grammy/types';
import type { BotAccount, InvoiceTerms } from '../account.ts';
import type { Person } from './person.ts';

export interface PaymentOutcome {
  paid: boolean;
  /** Why not: the bot's own words, or that it did not answer in time. */
  error?: string;
}

const PATIENCE_MS = 10_000;

/** The whole way of a payment: pre-checkout, the bot's word, the booking, the service message (facts: 2.2). */
export async function pay(
  bot: BotAccount,
  person: Person,
  invoice: number | string,
  tell: (payment: SuccessfulPayment) => void,
): Promise<PaymentOutcome> {
  const terms = typeof invoice === 'string' ? bot.invoiceLinks.get(invoice) : bot.invoices.get(invoice);
  if (!terms) throw new Error(`no invoice ${invoice}`);
  const given = await askBot(bot, person, terms);
  if (!given) return { paid: false, error: 'the bot did not answer in time' };
  if (!given.ok) return { paid: false, error: given.error ?? '' };
  tell(bot.stars.pay(person.user, terms.amount, terms.payload, terms.period));
  return { paid: true };
}

function askBot(bot: BotAccount, person: Person, terms: InvoiceTerms) {
  const { id, answer } = bot.queries.open('preCheckout', PATIENCE_MS);
  bot.queue.push({
    ...{ type: 'pre_checkout_query', senderId: person.id },
    payload: {
      ...{ id, from: person.user, currency: 'XTR', total_amount: terms.amount },
      invoice_payload: terms.payload,
    },
  });
  return answer;
}
