import { useState } from 'preact/hooks';
import { t } from '../words.ts';

const longest = 40;

/** Where a preset gets its name; the field is empty again once the name is taken. */
export function PresetName({ from = '', onName }: { from?: string; onName(name: string): Promise<boolean> }) {
  const [name, setName] = useState(from);

  async function take(): Promise<void> {
    if (name.trim() !== '' && (await onName(name))) setName('');
  }

  return (
    <form
      class="preset-name"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <input
        class="input"
        value={name}
        maxLength={longest}
        placeholder={t('web-preset-name')}
        aria-label={t('web-preset-name')}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={name.trim() === ''}>
        {t('web-preset-save')}
      </button>
    </form>
  );
}
