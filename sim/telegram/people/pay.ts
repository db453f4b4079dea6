import type { SuccessfulPayment } from 'grammy/types';
import type { BotAccount, InvoiceTerms } from '../account.ts';
import type { Person } from './person.ts';

export interface PaymentOutcome {
  paid: boolean;
  /** Why not: the bot's own words, or that it did not answer in time. */
  error?: string;
}

const PATIENCE_MS = 10_000;

/**
 * The whole way of a payment: pre-checkout, the bot's word, the booking; `tell` gets the receipt (facts: 2.2).
 * @throws Error when the person has no such invoice
 */
export async function pay(
  bot: BotAccount,
  person: Person,
  invoice: number | string,
  tell: (payment: SuccessfulPayment) => void,
): Promise<PaymentOutcome> {
  const given = await askBot(bot, person, termsOf(bot, person, invoice));
  if (!given.answer) return { paid: false, error: 'the bot did not answer in time' };
  if (!given.answer.ok) return { paid: false, error: given.answer.error ?? '' };
  const { amount, payload, period } = given.terms;
  tell(bot.stars.pay(person.user, amount, payload, period));
  return { paid: true };
}

/** A message counts only where it still stands in the person's own chat. */
function termsOf(bot: BotAccount, person: Person, invoice: number | string): InvoiceTerms {
  const isLink = typeof invoice === 'string';
  const seen = isLink || bot.messages.find(person.id, invoice) !== undefined;
  const terms = isLink ? bot.invoiceLinks.get(invoice) : bot.invoices.get(invoice);
  if (!terms || !seen) throw new Error(`${person.user.first_name} has no invoice ${invoice}`);
  return terms;
}

async function askBot(bot: BotAccount, person: Person, terms: InvoiceTerms) {
  const { id, answer } = bot.queries.open('preCheckout', PATIENCE_MS);
  bot.queue.push({
    ...{ type: 'pre_checkout_query', senderId: person.id },
    payload: {
      ...{ id, from: person.user, currency: 'XTR', total_amount: terms.amount },
      invoice_payload: terms.payload,
    },
  });
  return { terms, answer: await answer };
}
