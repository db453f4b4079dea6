import { useState } from 'preact/hooks';
import type { PackView } from '../../../src/http/miniapp/contract.ts';
import { CallError, call } from '../server/call.ts';
import { haptics, openInvoice } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { toast } from '../ui/toast.tsx';
import { number, t } from '../words.ts';

/** Paying for something that is sold for Stars; Telegram's own sheet takes the payment. `busy` is what is being paid. */
export function useBuying(onPaid: () => void) {
  const [busy, setBusy] = useState<string | null>(null);

  async function buy(pack: PackView): Promise<void> {
    if (busy !== null) return;
    setBusy(pack.id);
    try {
      const { link } = await call<{ link: string }>('/invoices', { body: { packId: pack.id } });
      const status = await openInvoice(link);
      if (status === 'paid') haptics.done();
      if (status === 'paid' || status === 'pending') onPaid();
      if (status === 'failed') toast(t('web-payment-failed'));
    } catch (error) {
      toast(error instanceof CallError ? error.message : t('web-offline-title'));
    } finally {
      setBusy(null);
    }
  }

  return { busy, buy };
}

/** Packs of credits for Telegram Stars. */
export function Packs({ packs, onPaid }: { packs: readonly PackView[]; onPaid(): void }) {
  const { busy, buy } = useBuying(onPaid);
  return (
    <ul class="packs">
      {packs.map((pack) => (
        <li key={pack.id}>
          <button type="button" class="pack" aria-busy={busy === pack.id} onClick={() => void buy(pack)}>
            <span class="pack-credits">
              <Icon name="gem" size={18} />
              {number(pack.credits)}
            </span>
            <span class="pack-stars">{t('web-stars', { count: pack.stars })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
