import { useEffect, useState } from 'preact/hooks';
import type { Account, EntryView } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { balance } from '../server/session.ts';
import { shareLink } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { Waiting } from '../ui/parts.tsx';
import { toast } from '../ui/toast.tsx';
import { moment, number, t } from '../words.ts';
import { Packs } from './packs.tsx';
import { Presets } from './presets.tsx';
import { Language, Notifications } from './settings.tsx';
import { Subscription } from './subscription.tsx';

/** What a person owns, where it went, how to get more, and their language. */
export function AccountPage() {
  const [account, setAccount] = useState<Account | null>(null);
  const { available, held = 0 } = balance.use() ?? {};
  useEffect(
    () => void call<Account>('/account').then(setAccount, () => toast(t('web-offline-title'))),
    [available, held],
  );
  return (
    <>
      <header class="purse">
        <p>{t('web-sum-balance')}</p>
        <h1>
          <Icon name="gem" size={30} />
          {available === undefined ? '…' : number(available)}
        </h1>
        {held > 0 && <p>{t('web-held', { count: held })}</p>}
      </header>
      {account === null ? <Waiting rows={4} /> : <Everything account={account} onChange={setAccount} />}
      <Presets />
      <Notifications />
      <Language />
    </>
  );
}

function Everything({ account, onChange }: { account: Account; onChange(account: Account): void }) {
  const { packs, invitation, entries, more, support } = account;

  async function loadMore(): Promise<void> {
    const next = await call<Account>(`/account?before=${entries.at(-1)?.id ?? 0}`);
    onChange({ ...next, entries: [...entries, ...next.entries] });
  }

  return (
    <>
      {packs.length > 0 && (
        <section>
          <h2 class="section-head">{t('web-top-up')}</h2>
          <Packs packs={packs} onPaid={() => toast(t('web-payment-coming'))} />
        </section>
      )}
      <Subscription account={account} onChange={onChange} />
      {invitation && (
        <section class="card invite">
          <Icon name="gift" size={28} />
          <p>{t('web-invite', { count: invitation.credits })}</p>
          <button type="button" class="button small" onClick={() => shareLink(invitation.link)}>
            {t('web-share')}
          </button>
        </section>
      )}
      <section>
        <h2 class="section-head">{t('web-statement')}</h2>
        <ul class="card entries">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
          {entries.length === 0 && <li class="entry-row quiet">{t('web-no-entries')}</li>}
        </ul>
        {more && (
          <button type="button" class="button plain" onClick={() => void loadMore()}>
            {t('web-show-more')}
          </button>
        )}
      </section>
      {support !== null && <p class="quiet center">{t('web-support', { contact: support })}</p>}
    </>
  );
}

function Entry({ entry }: { entry: EntryView }) {
  const sign = entry.amount > 0 ? '+' : '−';
  const note =
    entry.state === 'posted' ? '' : t(entry.state === 'pending' ? 'web-entry-pending' : 'web-entry-voided');
  return (
    <li class={`entry-row ${entry.state}`}>
      <span class="model-words">
        <span class="model-title">{entry.what}</span>
        <span class="model-facts">{[moment(entry.at), note].filter(Boolean).join(' · ')}</span>
      </span>
      <span class={entry.amount > 0 ? 'amount plus' : 'amount'}>
        {sign}
        {number(Math.abs(entry.amount))}
      </span>
    </li>
  );
}
