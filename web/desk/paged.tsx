import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Page } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { useAsked } from './asked.ts';
import { CsvButton } from './csv-button.tsx';
import { Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';

/** A long table: filters, pages, and all of it as CSV. */
export function Paged<Row>({
  name,
  title,
  query,
  filters,
  columns,
  keyOf,
}: {
  /** As the API calls it. */
  name: string;
  title: string;
  query: Record<string, string>;
  filters: ComponentChildren;
  columns: Column<Row>[];
  keyOf(row: Row): string | number;
}) {
  const wanted = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  const [places, setPlaces] = useState<{ of: string; after: string[] }>({ of: wanted, after: [] });
  const after = places.of === wanted ? places.after : [];
  const { value, problem } = useAsked<Page<Row>>(`/${name}?${wanted}&after=${after.at(-1) ?? ''}`);
  const turn = (next: string[]) => setPlaces({ of: wanted, after: next });
  const next = value?.next ?? null;
  return (
    <Panel title={title} aside={<CsvButton name={name} query={wanted} />}>
      <div class="filters">{filters}</div>
      <Problem text={problem} />
      {value && <Table label={title} columns={columns} rows={value.rows} keyOf={keyOf} />}
      <nav class="pages" aria-label={t('desk-pages')}>
        <button type="button" disabled={after.length === 0} onClick={() => turn(after.slice(0, -1))}>
          {t('desk-newer')}
        </button>
        <button
          type="button"
          disabled={next === null}
          onClick={() => next !== null && turn([...after, next])}
        >
          {t('desk-older')}
        </button>
      </nav>
    </Panel>
  );
}

/** A filter of a few choices; '' is all. */
export function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChoose(value: string): void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t('desk-all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A filter of words; it counts when they are entered. */
export function Words({
  label,
  value,
  onEnter,
}: {
  label: string;
  value: string;
  onEnter(value: string): void;
}) {
  return (
    <label>
      {label}
      <input type="search" value={value} onChange={(event) => onEnter(event.currentTarget.value.trim())} />
    </label>
  );
}
