import { t } from '../src/words.ts';

/** What stands before a desk that does not open. */
export function Door({ message }: { message: string }) {
  return (
    <main class="door">
      <h1>{t('desk-title')}</h1>
      <p>{message}</p>
      <p>{t('desk-door')}</p>
    </main>
  );
}
