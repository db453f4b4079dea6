import { useEffect } from 'preact/hooks';
import { AccountPage } from './account/account-page.tsx';
import { CataloguePage } from './catalogue/catalogue-page.tsx';
import { TypePage } from './catalogue/type-page.tsx';
import { ResultPage } from './results/result-page.tsx';
import { ResultsPage } from './results/results-page.tsx';
import { back, go, goInstead, href, usePlace } from './router.ts';
import { line } from './server/call.ts';
import { followNews, isOver, work } from './server/events.ts';
import { StudioPage } from './studio/studio-page.tsx';
import { haptics } from './telegram/actions.ts';
import { on } from './telegram/bridge.ts';
import { ownMainButton, useBackButton } from './telegram/buttons.ts';
import { Icon, type IconName } from './ui/icon.tsx';
import { Toasts, toast } from './ui/toast.tsx';
import { t, useLanguage } from './words.ts';

/** The frame around every page: tabs, toasts, and the line that says when the server is out of reach. */
export function App() {
  const language = useLanguage();
  const [room = '', ...rest] = usePlace();
  useBackButton(room === '' ? null : back);
  useEffect(() => on('settings_button_pressed', () => go('account')), []);
  useEffect(() => {
    void followNews((generation) => {
      if (generation.phase === 'delivered') haptics.done();
      if (isLookingAt(generation.id)) return;
      toast(
        t(generation.phase === 'delivered' ? 'web-done' : 'web-not-done', { model: generation.model.title }),
      );
    });
  }, []);
  return (
    <div class="shell" key={language}>
      <Offline />
      <main class="page" key={[room, ...rest].join('/')}>
        {room === '' && <CataloguePage />}
        {room === 'type' && <TypePage type={rest[0] ?? ''} />}
        {room === 'make' && <StudioPage modelId={rest[0] ?? ''} />}
        {room === 'results' && (rest[0] === undefined ? <ResultsPage /> : <ResultPage id={rest[0]} />)}
        {room === 'account' && <AccountPage />}
      </main>
      <Toasts />
      {room === 'make' ? <OwnMainButton /> : <Tabs room={room} />}
    </div>
  );
}

/** Whoever looks at a result sees for themselves that it is there. */
function isLookingAt(id: string): boolean {
  return location.pathname === href('results', id);
}

const tabs: { room: string; icon: IconName; key: string }[] = [
  { room: '', icon: 'spark', key: 'web-tab-create' },
  { room: 'results', icon: 'grid', key: 'web-tab-results' },
  { room: 'account', icon: 'person', key: 'web-tab-account' },
];

function Tabs({ room }: { room: string }) {
  const open = [...work.use().values()].filter((it) => !isOver(it)).length;
  return (
    <nav class="tabs" aria-label={t('web-tabs')}>
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab.room}
          class="tab"
          aria-current={room === tab.room || (room === 'type' && tab.room === '') ? 'page' : undefined}
          onClick={() => {
            haptics.choose();
            if (tab.room === '') goInstead();
            else go(tab.room);
          }}
        >
          <span class="tab-icon">
            <Icon name={tab.icon} size={24} />
            {tab.room === 'results' && open > 0 && <span class="badge">{open}</span>}
          </span>
          {t(tab.key)}
        </button>
      ))}
    </nav>
  );
}

function Offline() {
  const now = line.use();
  return now === 'good' ? null : (
    <div class="offline" role="alert">
      {t(now === 'cut' ? 'web-offline-title' : 'web-slow')}
    </div>
  );
}

function OwnMainButton() {
  const button = ownMainButton.use();
  if (!button) return null;
  return (
    <div class="main-button-bar">
      <button
        type="button"
        class="button main-button"
        aria-disabled={!button.isActive}
        aria-busy={button.isBusy}
        onClick={button.press}
      >
        {button.text}
      </button>
    </div>
  );
}
