import { useState } from 'preact/hooks';
import type { ModelRow } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act } from './act.tsx';
import { useAsked } from './asked.ts';
import { CataloguePanel } from './catalogue-panel.tsx';
import { CsvButton } from './csv-button.tsx';
import { Words } from './paged.tsx';
import { Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { number, seconds } from './words.ts';

/** Every model of the registry, and whether it is sold. */
export function ModelsPage() {
  const [search, setSearch] = useState('');
  const { value, problem, again } = useAsked<ModelRow[]>('/models');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = (value ?? []).filter(({ id, title, provider, typeName }) => {
    const text = `${id} ${title} ${provider} ${typeName}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const title = t('desk-room-models');
  const markup = value?.[0]?.markup ?? null;
  const switches = ({ id, off, status }: ModelRow) => {
    const how = off ? 'on' : 'off';
    const label = off ? t('desk-switch-on') : t('desk-switch-off');
    if (status !== 'active') return status;
    return (
      <Act
        label={label}
        path={`/models/${encodeURIComponent(id)}/${how}`}
        isDangerous={!off}
        onDone={again}
      />
    );
  };
  return (
    <div class="columns">
      <CataloguePanel />
      <Panel
        title={title}
        aside={
          <div class="buttons">
            <Act
              label={t('desk-markup', { markup: number(markup, 2) })}
              path="/markup"
              method="PUT"
              fields={[{ name: 'markup', label: t('desk-markup-field'), type: 'number', isOptional: true }]}
              onDone={again}
            />
            <CsvButton name="models" />
          </div>
        }
      >
        <div class="filters">
          <Words label={t('desk-find-model')} value={search} onEnter={setSearch} />
        </div>
        <Problem text={problem} />
        {value && (
          <Table
            label={title}
            columns={[...columns, { name: 'acts', cell: switches }]}
            rows={rows}
            keyOf={(it) => it.id}
          />
        )}
      </Panel>
    </div>
  );
}

const columns: Column<ModelRow>[] = [
  { name: 'model', cell: ({ id, title }) => `${title} (${id})` },
  { name: 'provider', cell: ({ provider }) => provider },
  { name: 'type', cell: ({ typeName }) => typeName },
  {
    name: 'price',
    isNumber: true,
    cell: ({ from, varies }) => (from === null ? '–' : `${varies ? '≥ ' : ''}${number(from)}`),
  },
  { name: 'median', isNumber: true, cell: ({ seconds: median }) => seconds(median) },
];
