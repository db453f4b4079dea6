import { useEffect, useState } from 'preact/hooks';
import type { Account, EntryView, Person } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { loadCatalogue } from '../server/catalogue.ts';
import { balance, person, session } from '../server/session.ts';
import { shareLink } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { Waiting } from '../ui/parts.tsx';
import { toast } from '../ui/toast.tsx';
import { moment, speak, t } from '../words.ts';
import { Packs } from './packs.tsx';

/** What a person owns, where it went, how to get more, and their language. */
export function AccountPage() {
  const [account, setAccount] = useState<Account | null>(null);
  const { available, held } = balance.use();
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
          {available.toLocaleString(document.documentElement.lang)}
        </h1>
        {held > 0 && <p>{t('web-held', { count: held })}</p>}
      </header>
      {account === null ? <Waiting rows={4} /> : <Everything account={account} onMore={setAccount} />}
      <Language />
    </>
  );
}

function Everything({ account, onMore }: { account: Account; onMore(account: Account): void }) {
  const { packs, invitation, entries, more, support } = account;

  async function loadMore(): Promise<void> {
    const next = await call<Account>(`/account?before=${entries.at(-1)?.id ?? 0}`);
    onMore({ ...next, entries: [...entries, ...next.entries] });
  }

  return (
    <>
      {packs.length > 0 && (
        <section>
          <h2 class="section-head">{t('web-top-up')}</h2>
          <Packs packs={packs} onPaid={() => toast(t('web-payment-coming'))} />
        </section>
      )}
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
        {Math.abs(entry.amount).toLocaleString(document.documentElement.lang)}
      </span>
    </li>
  );
}

function Language() {
  const { locale } = person.use();
  const locales = session()?.locales ?? [];

  async function choose(code: string): Promise<void> {
    try {
      person.set(await call<Person>('/settings', { method: 'PUT', body: { locale: code } }));
      await loadCatalogue();
      await speak(code);
    } catch {
      toast(t('web-not-saved'));
    }
  }

  return (
    <section>
      <h2 class="section-head">{t('web-language')}</h2>
      <ul class="card options">
        {locales.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              class="option"
              aria-pressed={code === locale}
              onClick={() => void choose(code)}
            >
              <span>{name}</span>
              {code === locale && <Icon name="check" size={20} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
