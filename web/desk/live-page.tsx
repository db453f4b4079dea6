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
import { CsvButton } from './csv-button.tsx';
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
      <DaySoFar {...value.today} />
      <List name="running" rows={value.running} columns={running} keyOf={({ id }) => id} />
      <List
        name="failures"
        rows={value.failures}
        columns={failures}
        keyOf={({ modelId, code }) => `${modelId} ${code}`}
      />
      <List name="speeds" rows={value.speeds} columns={speeds} keyOf={({ modelId }) => modelId} />
      <List name="replicas" rows={value.replicas} columns={replicas} keyOf={({ id }) => id} />
      <List
        name="jobs"
        rows={Object.entries(value.jobs).map(([name, counts]) => ({ name, ...counts }))}
        columns={jobs}
        keyOf={({ name }) => name}
      />
    </div>
  );
}

/** A table of this page under its name, and as a file. */
function List<Row>({ name, ...table }: { name: string } & Omit<Parameters<typeof Table<Row>>[0], 'label'>) {
  const title = t(`desk-${name}`);
  return (
    <Panel title={title} aside={<CsvButton name={name} />}>
      <Table label={title} {...table} />
    </Panel>
  );
}

function DaySoFar({ day, newPeople, activePeople, payments, stars, money }: Snapshot['today']) {
  return (
    <Panel title={t('desk-today', { day })}>
      <dl class="figures">
        <Figure name={t('desk-new')} value={number(newPeople)} />
        <Figure name={t('desk-active')} value={number(activePeople)} />
        <Figure name={t('desk-state-delivered')} value={number(money.delivered)} />
        <Figure name={t('desk-state-failed')} value={number(money.failed)} />
        <Figure name={t('desk-room-payments')} value={number(payments)} note={`${number(stars)} ⭐`} />
        <Figure name={t('desk-income')} value={number(money.income)} />
        <Figure name={t('desk-spending')} value={number(money.spending, 1)} />
      </dl>
    </Panel>
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
  const named = (code: string) => (code === 'none' ? t('desk-no-answer') : code);
  const told = [...codes].map(([code, count]) => `${named(code)} × ${count}`).join(', ');
  return { share, codes: told === '' ? undefined : told };
}

function healthWords(calls: ServiceCalls[]): string {
  const { share, codes } = health(calls);
  return codes === undefined ? share : `${share} (${codes})`;
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
  { name: 'words', cell: ({ words }) => <span class="long">{words ?? '–'}</span> },
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
  { name: 'telegram', isNumber: true, cell: ({ calls }) => healthWords([calls.telegram]) },
  { name: 'kie-calls', isNumber: true, cell: ({ calls }) => healthWords([calls.kie]) },
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
