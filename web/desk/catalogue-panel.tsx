import { useState } from 'preact/hooks';
import type {
  CatalogueCheck,
  CatalogueReport,
  CatalogueState,
  Difference,
} from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act } from './act.tsx';
import { useAsked } from './asked.ts';
import { CsvButton } from './csv-button.tsx';
import { Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number } from './words.ts';

const everyMs = 2_000;

/** The registry held against kie.ai's catalogue: a button that begins it, how far it is, and the last report. */
export function CataloguePanel() {
  const { value, problem, again } = useAsked<CatalogueState>('/catalogue', everyMs);
  const { check, reportId } = value ?? { check: null, reportId: null };
  const isRunning = check?.state === 'running';
  return (
    <Panel
      title={t('desk-catalogue')}
      aside={
        <div class="buttons">
          {!isRunning && <Act label={t('desk-compare')} path="/catalogue" onDone={again} />}
          <CsvButton name="catalogue" />
        </div>
      }
    >
      <Problem text={problem} />
      {isRunning && <Progress {...check} />}
      {check?.words && <Problem text={t('desk-catalogue-failed', { words: check.words })} />}
      {value && !check && <p>{t('desk-catalogue-none')}</p>}
      {reportId !== null && <Report of={reportId} />}
    </Panel>
  );
}

function Progress({ read, total }: CatalogueCheck) {
  const words = total === 0 ? t('desk-catalogue-list') : t('desk-catalogue-read', { read, total });
  return (
    <p class="progress">
      <progress value={read} max={Math.max(total, 1)} aria-label={t('desk-catalogue')} />
      <span>{words}</span>
    </p>
  );
}

/** `of`: the check; a new report is asked for once. */
function Report({ of }: { of: number }) {
  const [isAll, setAll] = useState(false);
  const { value, problem } = useAsked<CatalogueReport | null>(`/catalogue/report?of=${of}`);
  if (!value) return <Problem text={problem} />;
  const { added, vanished, returned, unread, differences, compared, endedAt } = value;
  const news = differences.filter(({ known }) => known === null);
  const shown = isAll ? differences : news;
  return (
    <>
      <p class="note">
        {t('desk-catalogue-ended', { at: moment(endedAt), compared: number(compared), news: news.length })}
      </p>
      {added.length > 0 && (
        <>
          <h3>{t('desk-catalogue-new')}</h3>
          <Table label={t('desk-catalogue-new')} columns={newcomers} rows={added} keyOf={({ id }) => id} />
        </>
      )}
      <Names title={t('desk-catalogue-gone')} ids={vanished} />
      <Names title={t('desk-catalogue-back')} ids={returned} />
      <Names title={t('desk-catalogue-unread')} ids={unread} />
      {news.length < differences.length && (
        <label class="check">
          <input type="checkbox" checked={isAll} onChange={() => setAll(!isAll)} />
          {t('desk-catalogue-known', { count: differences.length - news.length })}
        </label>
      )}
      {shown.length > 0 && (
        <Table
          label={t('desk-catalogue-changed')}
          columns={changes}
          rows={shown}
          keyOf={({ model, what }) => `${model} ${what}`}
        />
      )}
    </>
  );
}

function Names({ title, ids }: { title: string; ids: string[] }) {
  return ids.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <p>{ids.join(', ')}</p>
    </>
  );
}

const newcomers: Column<CatalogueReport['added'][number]>[] = [
  { name: 'model', cell: ({ id, title }) => (title === null ? id : `${title} (${id})`) },
  { name: 'provider', cell: ({ provider }) => provider ?? '–' },
  { name: 'type', cell: ({ taskTypes }) => taskTypes.join(', ') },
  { name: 'kie', cell: ({ price }) => price ?? '–' },
];

const changes: Column<Difference>[] = [
  { name: 'model', cell: ({ model }) => model },
  { name: 'what', cell: ({ what }) => <code>{what}</code> },
  { name: 'ours', cell: ({ registry }) => registry || '–' },
  { name: 'theirs', cell: ({ published }) => published || '–' },
  { name: 'known', cell: ({ known }) => known ?? '' },
];
