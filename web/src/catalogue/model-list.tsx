import type { CatalogueModel } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { catalogue } from '../server/catalogue.ts';
import { person } from '../server/session.ts';
import { haptics } from '../telegram/actions.ts';
import { useGrowing } from '../ui/growing.tsx';
import { Icon } from '../ui/icon.tsx';
import { plainName, typeHue, typeIcon } from '../ui/type-icon.ts';
import { duration, t } from '../words.ts';
import { toggleFavourite } from './favourites.ts';

const rowsAtOnce = 24;

/** Models as rows of a card: what it is, who made it, what it costs, and a star. */
export function ModelList({ models, type }: { models: readonly CatalogueModel[]; type?: string }) {
  const { favourites } = person.use();
  const { shown, end } = useGrowing(models, rowsAtOnce);
  return (
    <>
      <ul class="card models">
        {shown.map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            isFavourite={favourites.includes(model.id)}
            isKnown={model.type === type}
          />
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}

interface RowProps {
  model: CatalogueModel;
  isFavourite: boolean;
  /** The page says already what it is for. */
  isKnown: boolean;
}

function ModelRow({ model, isFavourite, isKnown }: RowProps) {
  const price = priceOf(model);
  return (
    <li class="model">
      <button type="button" class="model-main" onClick={() => go('make', model.id)}>
        <span class="model-icon" style={{ '--hue': typeHue(model.type) }}>
          <Icon name={typeIcon(model.type)} size={20} />
        </span>
        <span class="model-words">
          <span class="model-title">
            {model.title}
            {model.isNew && <span class="new">{t('web-new-mark')}</span>}
          </span>
          <span class="model-facts">
            {[model.provider, isKnown ? '' : typeOf(model), secondsOf(model)].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span class="model-price">{price}</span>
      </button>
      <button
        type="button"
        class={isFavourite ? 'round star on' : 'round star'}
        aria-pressed={isFavourite}
        aria-label={t('web-favourite', { model: model.title })}
        onClick={() => {
          haptics.tap();
          void toggleFavourite(model.id);
        }}
      >
        <Icon name="star" size={20} filled={isFavourite} />
      </button>
    </li>
  );
}

/** What one result costs at least. */
export function priceOf({ varies, from }: CatalogueModel): string {
  return t(varies ? 'web-price-from' : 'web-price', { count: from });
}

function typeOf({ type }: CatalogueModel): string {
  return plainName(catalogue.get()?.types.find((it) => it.type === type)?.name ?? '');
}

function secondsOf({ seconds }: CatalogueModel): string {
  return seconds === undefined ? '' : `≈ ${duration(seconds)}`;
}
