import type {
  FailureGroup,
  JobCounts,
  ModelSpeed,
  OpenGeneration,
  Replica,
  ServiceCalls,
  Snapshot,
} from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { useAsked } from './asked.ts';
import { Figure, Link, Panel, Problem, StateMark } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number, seconds, secondsSince } from './words.ts';

const everyMs = 2_000;

/** What goes on now, asked for every other second. */
export function LivePage() {
  const { value, problem } = useAsked<Snapshot>('/live', everyMs);
  if (!value) return <Problem text={problem} />;
  return (
    <div class="columns">
      <h1 class="hidden">{t('desk-room-live')}</h1>
      <Numbers now={value} />
      <Panel title={t('desk-running')}>
        <Table label={t('desk-running')} columns={running} rows={value.running} keyOf={({ id }) => id} />
      </Panel>
      <Panel title={t('desk-failures')}>
        <Table
          label={t('desk-failures')}
          columns={failures}
          rows={value.failures}
          keyOf={({ modelId, code }) => `${modelId} ${code}`}
        />
      </Panel>
      <Panel title={t('desk-speeds')}>
        <Table
          label={t('desk-speeds')}
          columns={speeds}
          rows={value.speeds}
          keyOf={({ modelId }) => modelId}
        />
      </Panel>
      <Panel title={t('desk-replicas')}>
        <Table label={t('desk-replicas')} columns={replicas} rows={value.replicas} keyOf={({ id }) => id} />
      </Panel>
      <Panel title={t('desk-jobs')}>
        <Table
          label={t('desk-jobs')}
          columns={jobs}
          rows={Object.entries(value.jobs).map(([name, counts]) => ({ name, ...counts }))}
          keyOf={({ name }) => name}
        />
      </Panel>
    </div>
  );
}

function Numbers({ now: { queue, open, provider, replicas } }: { now: Snapshot }) {
  const [telegram, kie] = (['telegram', 'kie'] as const).map((service) =>
    health(replicas.map(({ calls }) => calls[service])),
  );
  const total = Object.values(open).reduce((sum, count) => sum + count, 0);
  const left =
    provider.daysLeft === null ? undefined : t('desk-days-left', { days: number(provider.daysLeft, 1) });
  return (
    <dl class="figures">
      <Figure
        name={t('desk-queue')}
        value={number(queue.waiting)}
        note={queue.waiting > 0 ? t('desk-oldest', { time: seconds(queue.oldestSeconds) }) : undefined}
      />
      <Figure name={t('desk-under-way')} value={number(total)} />
      <Figure name={t('desk-uncertain')} value={number(open.uncertain ?? 0)} />
      <Figure name={t('desk-balance')} value={number(provider.kieCredits, 1)} note={left} />
      <Figure name={t('desk-burn-hour')} value={number(provider.lastHour, 1)} />
      <Figure name={t('desk-burn-day')} value={number(provider.perDay, 1)} />
      <Figure name="Telegram" value={telegram?.share ?? '–'} note={telegram?.codes} />
      <Figure name="kie.ai" value={kie?.share ?? '–'} note={kie?.codes} />
    </dl>
  );
}

/** How much was answered well in the last minutes, by all processes. */
function health(calls: ServiceCalls[]): { share: string; codes: string | undefined } {
  const answered = calls.reduce((sum, it) => sum + it.answered, 0);
  const codes = new Map<string, number>();
  for (const { failed } of calls)
    for (const [code, count] of Object.entries(failed)) codes.set(code, (codes.get(code) ?? 0) + count);
  const failed = [...codes.values()].reduce((sum, count) => sum + count, 0);
  const share = answered + failed === 0 ? '–' : `${number((100 * answered) / (answered + failed), 1)} %`;
  const told = [...codes].map(([code, count]) => `${code} × ${count}`).join(', ');
  return { share, codes: told === '' ? undefined : told };
}

const running: Column<OpenGeneration>[] = [
  { name: 'generation', cell: ({ id }) => <Link to={['generations', id]}>{id}</Link> },
  { name: 'state', cell: ({ state }) => <StateMark state={state} /> },
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'person', cell: ({ personId, firstName }) => <Link to={['people', personId]}>{firstName}</Link> },
  { name: 'age', isNumber: true, cell: ({ createdAt }) => seconds(Math.round(secondsSince(createdAt))) },
];

const failures: Column<FailureGroup>[] = [
  { name: 'count', isNumber: true, cell: ({ count }) => number(count) },
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'cause', cell: ({ code }) => <code>{code}</code> },
  { name: 'words', cell: ({ words }) => words ?? '–' },
  {
    name: 'last',
    cell: ({ lastAt, generationId }) => <Link to={['generations', generationId]}>{moment(lastAt)}</Link>,
  },
];

const speeds: Column<ModelSpeed>[] = [
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'runs', isNumber: true, cell: ({ runs }) => number(runs) },
  { name: 'today', isNumber: true, cell: ({ today }) => seconds(today) },
  { name: 'before', isNumber: true, cell: ({ before }) => seconds(before) },
  {
    name: 'slower',
    isNumber: true,
    cell: ({ today, before }) => (before ? `× ${number(today / before, 2)}` : '–'),
  },
];

const replicas: Column<Replica>[] = [
  { name: 'process', cell: ({ host, pid }) => `${host}:${pid}` },
  { name: 'role', cell: ({ role }) => role },
  { name: 'doing', cell: ({ state, leads }) => (leads ? <b>{state}</b> : state) },
  { name: 'since', cell: ({ startedAt }) => moment(startedAt) },
];

const jobs: Column<JobCounts & { name: string }>[] = [
  { name: 'job', cell: ({ name }) => <code>{name}</code> },
  { name: 'ready', isNumber: true, cell: ({ ready }) => number(ready) },
  { name: 'active', isNumber: true, cell: ({ active }) => number(active) },
  { name: 'delayed', isNumber: true, cell: ({ delayed }) => number(delayed) },
  { name: 'failed', isNumber: true, cell: ({ failed }) => number(failed) },
  { name: 'oldest', isNumber: true, cell: ({ oldestSeconds }) => seconds(oldestSeconds) },
];
