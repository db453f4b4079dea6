import { go } from '../router.ts';
import { layOut } from '../studio/drafts.ts';
import { PresetList } from '../studio/preset-list.tsx';
import { usePresets } from '../studio/use-presets.ts';
import { Waiting } from '../ui/parts.tsx';
import { t } from '../words.ts';

/** Every form that is kept under a name, of whichever model. */
export function Presets() {
  const presets = usePresets();
  const { all, trouble } = presets;
  return (
    <section>
      <h2 class="section-head">{t('web-presets')}</h2>
      {all === null && <Waiting rows={1} trouble={trouble} />}
      {all?.length === 0 && <p class="card setting quiet">{t('web-presets-how')}</p>}
      {all !== null && all.length > 0 && (
        <div class="card">
          <PresetList
            presets={presets}
            shown={all}
            onOpen={(form) => {
              layOut(form);
              go('make', form.modelId);
            }}
          />
        </div>
      )}
    </section>
  );
}
