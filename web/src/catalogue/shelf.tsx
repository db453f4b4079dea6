import type { CatalogueModel } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { Icon } from '../ui/icon.tsx';
import { typeHue, typeIcon } from '../ui/type-icon.ts';
import { priceOf } from './model-list.tsx';

/** Models side by side, to be pushed along. */
export function Shelf({ models }: { models: readonly CatalogueModel[] }) {
  return (
    <ul class="shelf">
      {models.map((model) => (
        <li key={model.id}>
          <button type="button" class="wish" onClick={() => go('make', model.id)}>
            <span class="wish-icon" style={{ '--hue': typeHue(model.type) }}>
              <Icon name={typeIcon(model.type)} size={22} />
            </span>
            <span class="wish-name">{model.title}</span>
            <span class="wish-count">{priceOf(model)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
