import { useEffect, useState } from 'preact/hooks';
import type { NewForm, PresetView } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { call } from '../server/call.ts';
import { keepAsking, troubleWith } from '../server/keep-asking.ts';
import { haptics, shareLink } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { Waiting } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { toast } from '../ui/toast.tsx';
import { t } from '../words.ts';
import { layOut } from './drafts.ts';
import type { Form } from './use-form.ts';

const longestName = 40;

/** Forms kept under a name, those of this model first, and a place to keep the present one; the chat has the same. */
export function PresetsSheet({ form, onClose }: { form: Form; onClose(): void }) {
  const [presets, setPresets] = useState<PresetView[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [name, setName] = useState('');
  useEffect(() => {
    const gone = new AbortController();
    keepAsking(() => call<PresetView[]>('/presets'), setTrouble, gone.signal).then(setPresets, (error) =>
      setTrouble(troubleWith(error)),
    );
    return () => gone.abort();
  }, []);

  const attempt = (deed: () => Promise<void>) => void deed().catch((error) => toast(troubleWith(error)));
  const save = () =>
    attempt(async () => {
      const { modelId, input } = form;
      const kept = await call<PresetView>('/presets', { body: { name, modelId, input } });
      setPresets((now) => [kept, ...(now ?? []).filter(({ id }) => id !== kept.id)]);
      setName('');
      haptics.done();
    });
  const open = (id: string) =>
    attempt(async () => {
      const kept = await call<NewForm>(`/presets/${id}`);
      onClose();
      if (kept.modelId === form.modelId) return form.fill(kept.input);
      layOut(kept);
      go('make', kept.modelId);
    });
  const drop = (id: string) =>
    attempt(async () => {
      await call(`/presets/${id}`, { method: 'DELETE' });
      setPresets((now) => now?.filter((it) => it.id !== id) ?? null);
    });

  const rank = ({ model }: PresetView) => (model.id === form.modelId ? 0 : 1);
  const shown = presets?.toSorted((one, other) => rank(one) - rank(other));
  return (
    <Sheet title={t('web-presets')} onClose={onClose}>
      <form
        class="preset-name"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save();
        }}
      >
        <input
          class="input"
          value={name}
          maxLength={longestName}
          placeholder={t('web-preset-name')}
          aria-label={t('web-preset-name')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={name.trim() === ''}>
          {t('web-preset-save')}
        </button>
      </form>
      {shown === undefined && <Waiting rows={2} trouble={trouble} />}
      {shown?.length === 0 && <p class="sheet-text">{t('web-presets-none')}</p>}
      <ul class="options">
        {shown?.map(({ id, name: known, model, link }) => (
          <li class="preset" key={id}>
            <button type="button" class="option" onClick={() => open(id)}>
              <span class="model-words">
                <span class="model-title">{known}</span>
                <span class="model-facts">{model.title}</span>
              </span>
            </button>
            <button
              type="button"
              class="round"
              aria-label={t('web-preset-share', { name: known })}
              onClick={() => shareLink(link)}
            >
              <Icon name="send" size={19} />
            </button>
            <button
              type="button"
              class="round"
              aria-label={t('web-preset-drop', { name: known })}
              onClick={() => drop(id)}
            >
              <Icon name="trash" size={19} />
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
