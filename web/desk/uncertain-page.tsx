import type { Uncertain } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act } from './act.tsx';
import { useAsked } from './asked.ts';
import { CsvButton } from './csv-button.tsx';
import { Link, Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number } from './words.ts';

/** Purchases that kie.ai never confirmed: attach the task, try once more, or give the credits back. */
export function UncertainPage() {
  const { value, problem, again } = useAsked<Uncertain[]>('/uncertain');
  const title = t('desk-room-uncertain');
  const acts = ({ id }: Uncertain) => (
    <div class="buttons">
      <Act
        label={t('desk-attach')}
        path={`/uncertain/${id}/attach`}
        fields={[{ name: 'taskId', label: t('desk-task'), type: 'text' }]}
        onDone={again}
      />
      <Act
        label={t('desk-retry')}
        path={`/uncertain/${id}/retry`}
        about={<p>{t('desk-retry-mind')}</p>}
        onDone={again}
      />
      <Act label={t('desk-release')} path={`/uncertain/${id}/release`} onDone={again} />
    </div>
  );
  return (
    <Panel title={title} aside={<CsvButton name="uncertain" />}>
      <p class="note">{t('desk-uncertain-note')}</p>
      <Problem text={problem} />
      {value && (
        <Table
          label={title}
          columns={[...columns, { name: 'acts', cell: acts }]}
          rows={value}
          keyOf={(it) => it.id}
        />
      )}
    </Panel>
  );
}

const columns: Column<Uncertain>[] = [
  { name: 'generation', cell: ({ id }) => <Link to={['generations', id]}>{id}</Link> },
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'person', cell: ({ personId, firstName }) => <Link to={['people', personId]}>{firstName}</Link> },
  { name: 'credits', isNumber: true, cell: ({ credits }) => number(credits) },
  { name: 'kie', isNumber: true, cell: ({ kieCredits }) => number(kieCredits, 2) },
  { name: 'sent', cell: ({ submittedAt }) => moment(submittedAt) },
  { name: 'released', cell: ({ releasedAt }) => moment(releasedAt) },
  { name: 'tasks', cell: ({ callbackTaskIds }) => callbackTaskIds.join(', ') || '–' },
];
