import { randomBytes } from 'node:crypto';
import type { InvoiceTerms } from '../account.ts';
import { badRequest } from '../api-error.ts';
import { isObject, numberOf, type Params, textOf } from '../params.ts';
import { deliver, findPerson, readDestination } from './destination.ts';
import type { Method } from './method.ts';

const MONTH = 2_592_000;
const MAX_SUBSCRIPTION_STARS = 10_000;

/** Telegram Stars (facts: 2.2). */
export const payments = {
  sendInvoice(call) {
    const terms = readTerms(call.params);
    const to = readDestination(call);
    const buttons = to.markup?.kind === 'inline' ? to.markup.keyboard.inline_keyboard : [];
    const first = buttons[0]?.[0];
    if (first && !('pay' in first)) throw badRequest('BUTTON_TYPE_INVALID');
    const payButton = { inline_keyboard: [[{ text: `Pay ⭐${terms.amount}`, pay: true }]] };
    const message = deliver(
      call,
      { ...to, markup: first ? to.markup : { kind: 'inline', keyboard: payButton } },
      { invoice: invoiceOf(call.params, terms) },
    );
    call.bot.invoices.set(message.message_id, terms);
    return message;
  },

  createInvoiceLink({ bot, params }) {
    const period = params.int('subscription_period', 0, 0);
    if (period !== 0 && period !== MONTH) throw badRequest('SUBSCRIPTION_PERIOD_INVALID');
    const terms = { ...readTerms(params), period };
    if (period && terms.amount > MAX_SUBSCRIPTION_STARS) throw badRequest('STARS_INVOICE_INVALID');
    const link = `https://t.me/$${randomBytes(12).toString('base64url')}`;
    bot.invoiceLinks.set(link, terms);
    return link;
  },

  answerPreCheckoutQuery({ bot, params }) {
    const ok = params.bool('ok');
    const error = params.text('error_message');
    if (!ok && error === '') throw badRequest('error message is empty');
    bot.queries.answer('preCheckout', params.text('pre_checkout_query_id'), ok ? { ok } : { ok, error });
    return true;
  },

  /** The person sees a service message, and so does the bot. */
  refundStarPayment(call) {
    const person = findPerson(call, 'user_id');
    const { amount, payload, chargeId } = call.bot.stars.refund(
      person.id,
      call.params.text('telegram_payment_charge_id'),
    );
    person.receiveRefund({
      ...{ currency: 'XTR', total_amount: amount, invoice_payload: payload },
      telegram_payment_charge_id: chargeId,
    });
    return true;
  },

  getStarTransactions({ bot, params }) {
    return { transactions: bot.stars.list(params.int('offset', 0, 0), params.int('limit', 100, 1, 100)) };
  },

  getMyStarBalance: ({ bot }) => ({ amount: bot.stars.balance }),

  editUserStarSubscription(call) {
    const person = findPerson(call, 'user_id');
    const { params, bot } = call;
    bot.stars.cancelSubscription(
      person.id,
      params.text('telegram_payment_charge_id'),
      params.bool('is_canceled'),
    );
    return true;
  },
} satisfies Record<string, Method>;

/**
 * Title, description, payload and the one price of a Stars invoice.
 * @NOTE the limits are facts (2.2); the wording of these refusals is the core's error codes as commonly reported.
 */
function readTerms(params: Params): InvoiceTerms {
  const [title, description, payload] = [
    params.text('title'),
    params.text('description'),
    params.text('payload'),
  ];
  if (title === '' || title.length > 32) throw badRequest('INVOICE_TITLE_INVALID');
  if (description === '' || description.length > 255) throw badRequest('INVOICE_DESCRIPTION_INVALID');
  const bytes = Buffer.byteLength(payload);
  if (bytes < 1 || bytes > 128) throw badRequest('INVOICE_PAYLOAD_INVALID');
  if (params.text('currency') !== 'XTR') throw badRequest('CURRENCY_INVALID');
  if (params.text('provider_token') !== '') throw badRequest('PAYMENT_PROVIDER_INVALID');
  return { title, description, payload, amount: readPrice(params), period: 0 };
}

function readPrice(params: Params): number {
  const prices = params.json('prices', "can't parse prices JSON object");
  if (!Array.isArray(prices) || prices.length !== 1 || !isObject(prices[0]))
    throw badRequest('STARS_INVOICE_INVALID');
  const amount = numberOf(prices[0], 'amount') ?? 0;
  if (textOf(prices[0], 'label') === '') throw badRequest('STARS_INVOICE_INVALID');
  if (!Number.isInteger(amount) || amount < 1) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  return amount;
}

function invoiceOf(params: Params, { title, description, amount }: InvoiceTerms) {
  return {
    title,
    description,
    start_parameter: params.text('start_parameter'),
    currency: 'XTR',
    total_amount: amount,
  };
}
