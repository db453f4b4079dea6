import { Empty } from './ui/parts.tsx';
import { t } from './words.ts';

/** Nothing can be done here: opened outside of Telegram, or too long ago. */
export function Blocked() {
  return (
    <main class="page">
      <Empty icon="person" title={t('web-refused-title')} text={t('web-refused-text')}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('web-try-again')}
        </button>
      </Empty>
    </main>
  );
}
