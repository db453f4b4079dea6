import { useState } from 'preact/hooks';
import type { FormView } from '../../../src/http/miniapp/contract.ts';
import { toggleFavourite } from '../catalogue/favourites.ts';
import { person } from '../server/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Lazy } from '../ui/lazy.tsx';
import { plainName } from '../ui/type-icon.ts';
import { t } from '../words.ts';
import type { Form } from './use-form.ts';

/** What is filled in here, and what else can be done with the form as a whole. */
export function StudioHead({ form, view: { model } }: { form: Form; view: FormView }) {
  const isFavourite = person.use().favourites.includes(model.id);
  const [isOpen, setOpen] = useState(false);
  return (
    <header class="head studio-head">
      <div>
        <h1>{model.title}</h1>
        <p>{[plainName(model.typeName), model.provider].join(' · ')}</p>
      </div>
      <div class="studio-tools">
        <button
          type="button"
          class={isFavourite ? 'round star on' : 'round star'}
          aria-pressed={isFavourite}
          aria-label={t('web-favourite', { model: model.title })}
          onClick={() => void toggleFavourite(model.id)}
        >
          <Icon name="star" filled={isFavourite} />
        </button>
        <button
          type="button"
          class="round"
          aria-haspopup="dialog"
          aria-label={t('web-presets')}
          onClick={() => setOpen(true)}
        >
          <Icon name="keep" />
        </button>
        {Object.keys(form.input).length > 0 && (
          <button type="button" class="round" aria-label={t('web-start-over')} onClick={form.startOver}>
            <Icon name="again" />
          </button>
        )}
      </div>
      {isOpen && (
        <Lazy
          load={() => import('./presets-sheet.tsx').then((it) => it.PresetsSheet)}
          props={{ form, onClose: () => setOpen(false) }}
          onFail={() => setOpen(false)}
        />
      )}
    </header>
  );
}
