import { getPayment, type Reconciled, reconcile } from '#payments';
import { getPerson } from '#people';
import { checkpoint } from '#platform';
import { chatWith } from './chat-with.ts';
import type { WaitingForms } from './features/waiting-forms.ts';
import { creditedScreen } from './render/payment.ts';
import type { Services } from './services.ts';
import { carryOnRefunds, tellRefunded } from './star-refunds.ts';
import { starTransactionsFrom } from './star-transactions.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';

type Slice = Pick<Services, 'api' | 'database' | 'translator' | 'operators' | 'config' | 'clock' | 'log'>;

/**
 * One round of everything about payments that no update may ever bring: payments and refunds that only Telegram's own
 * list knows, begun refunds, forms that are paid and still wait. A bot that never sold anything asks nothing.
 * Never rejects.
 */
export function createPaymentRounds(services: Slice, waitingForms: WaitingForms): () => Promise<void> {
  const { api, database, clock, log } = services;
  /** A difference stays in Telegram's list for ever; the operators hear of it once per process. */
  const known = new Set<string>();

  async function round(): Promise<void> {
    if (!(await hasPayments(services))) return;
    const found = await reconcile(database, starTransactionsFrom(api), { at: clock.now() });
    checkpoint('reconcile:done');
    await carryOnRefunds(services);
    await tellPeople(services, found);
    await tellOperators(services, found, known);
    await waitingForms.goOn();
  }

  return () =>
    round().catch((error: unknown) => {
      log.warn({ err: loggable(error) }, 'payments could not be compared with Telegram; the next round will');
    });
}

async function hasPayments({ database, config }: Slice): Promise<boolean> {
  if (config.packs.length > 0) return true;
  const sold = await database.db.selectFrom('invoices').select('id').limit(1).executeTakeFirst();
  return sold !== undefined;
}

async function tellPeople(services: Slice, { credited, refunded }: Reconciled): Promise<void> {
  for (const { personId, ...payment } of credited) {
    const person = await getPerson(services.database.db, personId);
    if (!person) continue;
    const { voice, send } = chatWith(services, person);
    await send(creditedScreen(voice, { ...payment, timeZone: services.config.timeZone })).catch(
      (error: unknown) => {
        services.log.warn({ trouble: troubleOf(error), person: personId }, 'a payer could not be told');
      },
    );
  }
  for (const refund of refunded) {
    const payment = await getPayment(services.database.db, refund.chargeId);
    const endsSubscription = payment?.problem === 'subscription-twice';
    await tellRefunded(services, { ...refund, stars: payment?.stars ?? 0, endsSubscription });
  }
}

async function tellOperators(
  { operators }: Slice,
  { findings }: Reconciled,
  known: Set<string>,
): Promise<void> {
  for (const { code, chargeId, values } of findings) {
    if (code === 'payment-differs' && known.has(chargeId)) continue;
    known.add(chargeId);
    await operators.alert(code, { chargeId, ...values });
  }
}
