import { useState } from 'preact/hooks';
import type { GenerationRow, State } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Choice, Paged, Words } from './paged.tsx';
import { Link, StateMark } from './parts.tsx';
import type { Column } from './table.tsx';
import { moment, number } from './words.ts';

const states: State[] = [
  ...(['queued', 'submitting', 'uncertain', 'running', 'succeeded'] as const),
  ...(['delivered', 'failed', 'cancelled'] as const),
];

export function GenerationsPage() {
  const [query, setQuery] = useState({ state: '', model: '', person: '' });
  const options = [
    { value: 'open', label: t('desk-under-way') },
    ...states.map((state) => ({ value: state, label: t(`desk-state-${state}`) })),
  ];
  const filters = (
    <>
      <Choice
        label={t('desk-col-state')}
        value={query.state}
        options={options}
        onChoose={(state) => setQuery({ ...query, state })}
      />
      <Words
        label={t('desk-col-model')}
        value={query.model}
        onEnter={(model) => setQuery({ ...query, model })}
      />
      <Words
        label={t('desk-col-id')}
        value={query.person}
        onEnter={(person) => setQuery({ ...query, person })}
      />
    </>
  );
  return (
    <Paged
      name="generations"
      title={t('desk-room-generations')}
      {...{ query, filters }}
      columns={generationColumns}
      keyOf={({ id }: GenerationRow) => id}
    />
  );
}

export const generationColumns: Column<GenerationRow>[] = [
  { name: 'generation', cell: ({ id }) => <Link to={['generations', id]}>{id}</Link> },
  { name: 'state', cell: ({ state }) => <StateMark state={state} /> },
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'person', cell: ({ personId, firstName }) => <Link to={['people', personId]}>{firstName}</Link> },
  {
    name: 'credits',
    isNumber: true,
    cell: ({ credits, free }) => (free ? `${number(credits)} 🎁` : number(credits)),
  },
  { name: 'kie', isNumber: true, cell: ({ kieCredits }) => number(kieCredits, 2) },
  { name: 'cause', cell: ({ failureCode }) => failureCode && <code>{failureCode}</code> },
  { name: 'ordered', cell: ({ createdAt }) => moment(createdAt) },
  { name: 'ended', cell: ({ finishedAt }) => moment(finishedAt) },
];
