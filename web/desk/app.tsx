import type { JSX } from 'preact';
import { t } from '../src/words.ts';
import { AuditPage } from './audit-page.tsx';
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
  models: () => <ModelsPage />,
  audit: () => <AuditPage />,
};

export function App() {
  const [room = 'live', id = ''] = usePlace();
  const page = pages[room] ?? pages.live;
  return (
    <>
      <header class="top">
        <nav aria-label={t('desk-title')}>
          {Object.keys(pages).map((name) => (
            <a key={name} href={href(name)} onClick={go} aria-current={name === room ? 'page' : undefined}>
              {t(`desk-room-${name}`)}
            </a>
          ))}
        </nav>
        <button type="button" onClick={() => void leave()}>
          {t('desk-leave', { name: desk.use()?.person.name ?? '' })}
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
