import { useState } from 'preact/hooks';
import type { Account, SubscriptionView } from '../../../src/http/miniapp/contract.ts';
import { CallError, call } from '../server/call.ts';
import { haptics } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { toast } from '../ui/toast.tsx';
import { day, t } from '../words.ts';
import { useBuying } from './packs.tsx';

/** What comes every month, or could. */
export function Subscription({ account, onChange }: { account: Account; onChange(account: Account): void }) {
  const { subscriptions, monthly } = account;
  const { busy, buy } = useBuying(() => toast(t('web-payment-coming')));
  if (subscriptions.length === 0 && !monthly) return null;
  return (
    <section>
      <h2 class="section-head">{t('web-subscription')}</h2>
      {subscriptions.map((subscription) => (
        <Running key={subscription.id} subscription={subscription} onChange={onChange} />
      ))}
      {monthly && (
        <div class="card invite">
          <Icon name="again" size={28} />
          <p>{t('web-monthly', { count: monthly.credits, stars: monthly.stars })}</p>
          <button
            type="button"
            class="button small"
            aria-busy={busy !== null}
            onClick={() => void buy(monthly)}
          >
            {t('web-subscribe')}
          </button>
        </div>
      )}
    </section>
  );
}

function Running({
  subscription: { id, credits, stars, state, paidUntil },
  onChange,
}: {
  subscription: SubscriptionView;
  onChange(account: Account): void;
}) {
  const [isBusy, setBusy] = useState(false);
  const runs = state !== 'canceled';

  async function change(): Promise<void> {
    setBusy(true);
    try {
      onChange(await call<Account>('/subscription', { method: 'PUT', body: { id, runs: !runs } }));
      haptics.done();
    } catch (error) {
      toast(error instanceof CallError ? error.message : t('web-offline-title'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="card invite">
      <Icon name="again" size={28} />
      <p>
        {t('web-monthly', { count: credits, stars })}
        <span class="quiet">{t(`web-subscription-${state}`, { date: day(paidUntil) })}</span>
      </p>
      <button type="button" class="button small plain" aria-busy={isBusy} onClick={() => void change()}>
        {t(runs ? 'web-subscription-stop' : 'web-subscription-resume')}
      </button>
    </div>
  );
}
