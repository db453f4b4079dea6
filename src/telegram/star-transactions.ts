import type { Api } from 'grammy';
import type { StarTransaction as TelegramTransaction } from 'grammy/types';
import type { FetchStarTransactions, StarTransaction } from '#payments';

/** Reads `getStarTransactions` (facts: payments): invoices paid by people, their refunds, and all else by name only. */
export function starTransactionsFrom(api: Api): FetchStarTransactions {
  return async ({ offset, limit }) => {
    const { transactions } = await api.getStarTransactions({ offset, limit });
    return transactions.map(readTransaction);
  };
}

function readTransaction({ id, amount, date, source, receiver }: TelegramTransaction): StarTransaction {
  const partner = source ?? receiver;
  const facts = { id, stars: amount, at: new Date(date * 1000) };
  if (partner?.type !== 'user' || partner.transaction_type !== 'invoice_payment') {
    return { ...facts, kind: 'other', userId: 0, payload: '' };
  }
  return {
    ...facts,
    kind: source ? 'payment' : 'refund',
    userId: partner.user.id,
    payload: partner.invoice_payload ?? '',
    ...(partner.affiliate ? { commission: partner.affiliate.amount } : {}),
  };
}
