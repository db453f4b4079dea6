import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { go, goInstead } from '../router.ts';
import { isOver, work } from '../server/events.ts';
import { Chips, Empty, Waiting } from '../ui/parts.tsx';
import { t } from '../words.ts';
import { Gallery } from './gallery.tsx';
import { kinds, pages, place, readNewest, readOn, show } from './pages.ts';
import { Search } from './search.tsx';
import { Shot } from './shot.tsx';
import { WorkStrip } from './work-strip.tsx';

/** So many results lie ready beyond the last that is drawn. */
const readAhead = 90;

/** Everything that a person has made, newest first. */
export function ResultsPage() {
  const { kind, words, items, more } = pages.use();
  const isFiltered = kind !== 'all' || words !== '';
  const ended = [...work.use().values()].filter(isOver).length;
  useEffect(readNewest, [kind, words, ended]);
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
      {(items === null || items.length > 0 || isFiltered) && <Search />}
      <Chips
        label={t('web-kind')}
        options={kinds.map((value) => ({ value, label: t(`web-kind-${value}`) }))}
        value={kind}
        onChoose={(value) => show({ kind: value })}
      />
      {items === null && <Waiting rows={4} />}
      {items?.length === 0 && <Nothing words={words} isFiltered={isFiltered} />}
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

function Nothing({ words, isFiltered }: { words: string; isFiltered: boolean }) {
  if (words !== '')
    return (
      <Empty icon="search" title={t('web-nothing-found')} text={t('web-no-results-words', { text: words })} />
    );
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
