import type { NewForm, PresetView } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { Waiting } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { t } from '../words.ts';
import { layOut } from './drafts.ts';
import { PresetList } from './preset-list.tsx';
import { PresetName } from './preset-name.tsx';
import type { Form } from './use-form.ts';
import { usePresets } from './use-presets.ts';

/** Forms kept under a name, those of this model first, and a place to keep the present one; the chat has the same. */
export function PresetsSheet({ form, onClose }: { form: Form; onClose(): void }) {
  const presets = usePresets();

  function open(kept: NewForm): void {
    onClose();
    if (kept.modelId === form.modelId) form.fill(kept.input);
    else {
      layOut(kept);
      go('make', kept.modelId);
    }
  }

  const rank = ({ model }: PresetView) => (model.id === form.modelId ? 0 : 1);
  const shown = presets.all?.toSorted((one, other) => rank(one) - rank(other));
  return (
    <Sheet title={t('web-presets')} onClose={onClose}>
      <PresetName onName={(name) => presets.keep(name, form)} />
      {shown === undefined && <Waiting rows={2} trouble={presets.trouble} />}
      {shown?.length === 0 && <p class="sheet-text">{t('web-presets-none')}</p>}
      {shown && <PresetList presets={presets} shown={shown} onOpen={open} />}
    </Sheet>
  );
}
