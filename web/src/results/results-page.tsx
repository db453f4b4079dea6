import { useEffect, useRef, useState } from 'preact/hooks';
import type { GenerationPage, GenerationView } from '../../../src/http/miniapp/contract.ts';
import { go, goInstead } from '../router.ts';
import { call } from '../server/call.ts';
import { isOver, work } from '../server/events.ts';
import { Chips, Empty, Waiting } from '../ui/parts.tsx';
import { t } from '../words.ts';
import { Shot } from './shot.tsx';
import { WorkStrip } from './work-strip.tsx';

const kinds = ['all', 'image', 'video', 'audio'] as const;
type Kind = (typeof kinds)[number];

/** Everything that a person has made, newest first, a page at a time. */
export function ResultsPage() {
  const [kind, setKind] = useState<Kind>('all');
  const { items, more, next } = usePages(kind);
  const ended = [...work.use().values()].filter(isOver).length;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !more) return;
    const seen = new IntersectionObserver((entries) => entries.some((it) => it.isIntersecting) && next(), {
      rootMargin: '600px',
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [items, more]);
  useEffect(() => next(true), [kind, ended]);
  const shown = items?.filter((it) => isOver(it)) ?? [];
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
        onChoose={(next) => setKind(next)}
      />
      {items === null && <Waiting rows={4} />}
      {items !== null && shown.length === 0 && (
        <Empty
          icon="grid"
          title={t('web-no-results')}
          text={t(kind === 'all' ? 'web-no-results-text' : 'web-no-results-kind')}
        >
          {kind === 'all' && (
            <button type="button" class="button" onClick={() => goInstead()}>
              {t('web-make-first')}
            </button>
          )}
        </Empty>
      )}
      <ul class="gallery">
        {shown.map((generation) => (
          <li key={generation.id}>
            <Shot generation={generation} onOpen={() => go('results', generation.id)} />
          </li>
        ))}
      </ul>
      <div ref={end} class="gallery-end" />
    </>
  );
}

function usePages(kind: Kind) {
  const [items, setItems] = useState<GenerationView[] | null>(null);
  const [more, setMore] = useState(false);
  const isAsking = useRef(false);

  async function next(isAnew = false): Promise<void> {
    if (isAsking.current && !isAnew) return;
    isAsking.current = true;
    try {
      const last = isAnew ? undefined : items?.at(-1)?.id;
      const query = new URLSearchParams({
        ...(last === undefined ? {} : { before: last }),
        ...(kind === 'all' ? {} : { kind }),
      });
      const page = await call<GenerationPage>(`/generations?${query}`);
      setItems(isAnew ? page.items : [...(items ?? []), ...page.items]);
      setMore(page.more);
    } finally {
      isAsking.current = false;
    }
  }

  return {
    items,
    more,
    next: (isAnew?: boolean) => void next(isAnew).catch(() => setItems((now) => now ?? [])),
  };
}
