import type { Message } from 'grammy/types';
import { element } from './dom.ts';
import { say } from './words.ts';

/** An amount as people read it: `⭐ 250` for Stars, `EUR 2.50` for anything else. */
export function money(currency: string, amount: number): string {
  return currency === 'XTR' ? `⭐ ${amount}` : `${currency} ${(amount / 100).toFixed(2)}`;
}

/** The card of an invoice; its pay button belongs to the keyboard below. */
export function invoiceCard(invoice: NonNullable<Message['invoice']>): HTMLElement {
  return element(
    'div',
    { class: 'invoice' },
    element('b', { class: 'invoice-title' }, invoice.title),
    element('span', {}, invoice.description),
    element('span', { class: 'invoice-amount' }, money(invoice.currency, invoice.total_amount)),
  );
}

/** The line in the middle of the chat, for messages that report instead of saying something. */
export function serviceLine(message: Message, titleOfLastInvoice: string | undefined): string | undefined {
  const { successful_payment: paid, refunded_payment: refunded } = message;
  if (paid) {
    const amount = money(paid.currency, paid.total_amount);
    return titleOfLastInvoice
      ? say('paid', { amount, title: titleOfLastInvoice })
      : say('paidPlain', { amount });
  }
  if (refunded) return say('refunded', { amount: money(refunded.currency, refunded.total_amount) });
  if (message.pinned_message) return '📌';
  return undefined;
}
