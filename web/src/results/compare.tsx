import { useState } from 'preact/hooks';
import { useLink } from '../server/links.ts';
import { t } from '../words.ts';

/** Before and after, one over the other, with a slider between them; the result alone once the other is gone. */
export function Compare({ before, after }: { before: string; after: string }) {
  const [at, setAt] = useState(50);
  const old = useLink(before);
  const made = useLink(after);
  if (made.isGone) return <p class="gone">{t('web-file-gone')}</p>;
  if (made.url === undefined) return null;
  const result = <img class="shown" src={made.url} alt={t('web-after')} onError={made.fail} />;
  if (old.isGone || old.url === undefined) return result;
  return (
    <div class="compare" style={{ '--at': `${at}%` }}>
      {result}
      <img class="compare-before" src={old.url} alt={t('web-before')} onError={old.fail} />
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
