import { useState } from 'preact/hooks';
import { t } from '../words.ts';

/** Before and after, one over the other, with a slider between them. */
export function Compare({ before, after }: { before: string; after: string }) {
  const [at, setAt] = useState(50);
  return (
    <div class="compare" style={{ '--at': `${at}%` }}>
      <img class="shown" src={after} alt={t('web-after')} />
      <img class="compare-before" src={before} alt={t('web-before')} />
      <span class="compare-line" aria-hidden="true" />
      <span class="compare-word">{t('web-before')}</span>
      <span class="compare-word right">{t('web-after')}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label={t('web-compare')}
        onInput={(event) => setAt(Number(event.currentTarget.value))}
      />
    </div>
  );
}
