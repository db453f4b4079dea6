import { useMemo, useState } from 'preact/hooks';
import type { CatalogueModel } from '../../../src/http/miniapp/contract.ts';
import { catalogue, catalogueTrouble } from '../server/catalogue.ts';
import { Chips, Waiting } from '../ui/parts.tsx';
import { plainName } from '../ui/type-icon.ts';
import { t } from '../words.ts';
import { ModelList } from './model-list.tsx';

type Order = 'best' | 'cheap' | 'fast';

/** Every model for one purpose, by vendor, price or speed. */
export function TypePage({ type }: { type: string }) {
  const all = catalogue.use();
  const trouble = catalogueTrouble.use();
  const [order, setOrder] = useState<Order>('best');
  const [vendor, setVendor] = useState('');
  const serving = useMemo(() => all?.models.filter((model) => model.types.includes(type)) ?? [], [all, type]);
  const shown = useMemo(
    () => sorted(serving, order, type).filter((model) => vendor === '' || model.provider === vendor),
    [serving, order, vendor],
  );
  if (!all) return <Waiting trouble={trouble} />;
  const vendors = [...new Set(serving.map(({ provider }) => provider))].sort();
  const orders: { value: Order; label: string }[] = [
    { value: 'best', label: t('web-order-best') },
    { value: 'cheap', label: t('web-order-cheap') },
    { value: 'fast', label: t('web-order-fast') },
  ];
  return (
    <>
      <header class="head">
        <h1>{plainName(all.types.find((it) => it.type === type)?.name ?? '')}</h1>
      </header>
      <div class="filters">
        <Chips label={t('web-order')} options={orders} value={order} onChoose={(next) => setOrder(next)} />
        {vendors.length > 1 && (
          <select
            class="select"
            aria-label={t('web-vendor')}
            value={vendor}
            onChange={(event) => setVendor(event.currentTarget.value)}
          >
            <option value="">{t('web-vendor-all')}</option>
            {vendors.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      <ModelList models={shown} type={type} />
    </>
  );
}

/** Models made for the purpose come before those that serve it as well. */
function sorted(models: readonly CatalogueModel[], order: Order, type: string): CatalogueModel[] {
  if (order === 'cheap') return models.toSorted((one, other) => one.from - other.from);
  const never = Number.MAX_SAFE_INTEGER;
  if (order === 'fast')
    return models.toSorted((one, other) => (one.seconds ?? never) - (other.seconds ?? never));
  const rank = (model: CatalogueModel) => (model.type === type ? 0 : 1);
  return models.toSorted((one, other) => rank(one) - rank(other));
}
