import { Empty } from './ui/parts.tsx';
import { t } from './words.ts';

/** Nothing can be done here: opened outside of Telegram, too long ago, or without a line. */
export function Blocked({ isRefused }: { isRefused: boolean }) {
  const [title, text] = isRefused
    ? [t('web-refused-title'), t('web-refused-text')]
    : [t('web-offline-title'), t('web-offline-text')];
  return (
    <main class="page">
      <Empty icon={isRefused ? 'person' : 'globe'} title={title} text={text}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('web-try-again')}
        </button>
      </Empty>
    </main>
  );
}
