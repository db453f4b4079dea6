import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../../src/http/miniapp/contract.ts';
import { Packs } from '../account/packs.tsx';
import { call } from '../server/call.ts';
import { keepAsking, troubleWith } from '../server/keep-asking.ts';
import { balance } from '../server/session.ts';
import { Waiting } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { t } from '../words.ts';

/** What is missing for an order, and the packs that cover it; the order starts as soon as the credits are there. */
export function TopUp({ price, onClose, onPaid }: { price: number; onClose(): void; onPaid(): void }) {
  const available = balance.use()?.available ?? 0;
  const [account, setAccount] = useState<Account | null>(null);
  const [isPaid, setPaid] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    keepAsking(() => call<Account>('/account'), setTrouble, gone.signal).then(setAccount, (error) =>
      setTrouble(troubleWith(error)),
    );
    return () => gone.abort();
  }, []);
  useEffect(() => {
    if (isPaid && available >= price) onPaid();
  }, [isPaid, available]);
  const missing = Math.max(0, price - available);
  const packs = account?.packs ?? [];
  const enough = packs.filter(({ credits }) => credits >= missing);
  return (
    <Sheet title={t('web-top-up')} onClose={onClose}>
      <p class="sheet-text">{t('web-missing', { price, available, missing })}</p>
      {account === null ? (
        <Waiting rows={2} trouble={trouble} />
      ) : (
        <Packs packs={enough.length > 0 ? enough : packs.slice(-1)} onPaid={() => setPaid(true)} />
      )}
      {isPaid && (
        <p class="sheet-text" role="status">
          {t('web-payment-coming')}
        </p>
      )}
    </Sheet>
  );
}
