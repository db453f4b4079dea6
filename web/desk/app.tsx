import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../src/words.ts';
import { AuditPage } from './audit-page.tsx';
import { BroadcastPage } from './broadcast-page.tsx';
import { BroadcastsPage } from './broadcasts-page.tsx';
import { ChartsPage } from './charts-page.tsx';
import { GenerationsPage } from './generations-page.tsx';
import { LivePage } from './live-page.tsx';
import { ModelsPage } from './models-page.tsx';
import { PaymentsPage } from './payments-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { PromoPage } from './promo-page.tsx';
import { go, href, usePlace } from './router.ts';
import { connected, desk, leave } from './server.ts';
import { StoryPage } from './story-page.tsx';
import { UncertainPage } from './uncertain-page.tsx';

/** Every page of the desk, by the first part of its address. */
const pages: Record<string, (rest: { id: string }) => JSX.Element> = {
  live: () => <LivePage />,
  charts: () => <ChartsPage />,
  people: ({ id }) => (id === '' ? <PeoplePage /> : <PersonPage id={id} />),
  generations: ({ id }) => (id === '' ? <GenerationsPage /> : <StoryPage id={id} />),
  payments: () => <PaymentsPage />,
  uncertain: () => <UncertainPage />,
  promo: () => <PromoPage />,
  broadcasts: ({ id }) => (id === '' ? <BroadcastsPage /> : <BroadcastPage id={id} />),
  models: () => <ModelsPage />,
  audit: () => <AuditPage />,
};

export function App() {
  const [room = 'live', id = ''] = usePlace();
  const page = pages[room] ?? pages.live;
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [room]);
  return (
    <>
      <header class="top">
        <nav ref={tabs} aria-label={t('desk-title')}>
          {Object.keys(pages).map((name) => (
            <a key={name} href={href(name)} onClick={go} aria-current={name === room ? 'page' : undefined}>
              {t(`desk-room-${name}`)}
            </a>
          ))}
        </nav>
        <button type="button" onClick={() => void leave()}>
          {t('desk-leave')}
          <span class="name"> ({desk.use()?.person.name})</span>
        </button>
      </header>
      {!connected.use() && (
        <p class="cut" role="alert">
          {t('desk-cut')}
        </p>
      )}
      <main key={`${room}/${id}`}>{page?.({ id })}</main>
    </>
  );
}
