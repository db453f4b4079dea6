import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { go, goInstead } from '../router.ts';
import { isOver, work } from '../server/events.ts';
import { Chips, Empty, Waiting } from '../ui/parts.tsx';
import { t } from '../words.ts';
import { Gallery } from './gallery.tsx';
import { kinds, pages, place, readNewest, readOn, showKind } from './pages.ts';
import { Shot } from './shot.tsx';
import { WorkStrip } from './work-strip.tsx';

/** So many results lie ready beyond the last that is drawn. */
const readAhead = 90;

/** Everything that a person has made, newest first. */
export function ResultsPage() {
  const { kind, items, more } = pages.use();
  const ended = [...work.use().values()].filter(isOver).length;
  useEffect(readNewest, [kind, ended]);
  useLayoutEffect(() => {
    if (items === null || place.scroll === 0) return;
    scrollTo(0, place.scroll);
    place.scroll = 0;
  }, [items === null]);
  return (
    <>
      <header class="head">
        <h1>{t('web-tab-results')}</h1>
      </header>
      <WorkStrip />
      <Chips
        label={t('web-kind')}
        options={kinds.map((value) => ({ value, label: t(`web-kind-${value}`) }))}
        value={kind}
        onChoose={showKind}
      />
      {items === null && <Waiting rows={4} />}
      {items?.length === 0 && <Nothing isFiltered={kind !== 'all'} />}
      {items !== null && items.length > 0 && (
        <Gallery
          items={items}
          isComplete={!more}
          keyOf={({ id }) => id}
          draw={(generation) => <Shot generation={generation} onOpen={() => open(generation)} />}
          onReach={(index) => index > items.length - readAhead && readOn()}
        />
      )}
    </>
  );
}

function open({ id }: GenerationView): void {
  place.scroll = scrollY;
  go('results', id);
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const text = t(isFiltered ? 'web-no-results-kind' : 'web-no-results-text');
  return (
    <Empty icon="grid" title={t('web-no-results')} text={text}>
      {!isFiltered && (
        <button type="button" class="button" onClick={() => goInstead()}>
          {t('web-make-first')}
        </button>
      )}
    </Empty>
  );
}
