import type { PersonCard, StatementLine } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act } from './act.tsx';
import { useAsked } from './asked.ts';
import { actionColumns } from './audit-page.tsx';
import { generationColumns } from './generations-page.tsx';
import { Figure, Panel, Problem } from './parts.tsx';
import { creditsFields, paymentColumns } from './payments-page.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number, transferWords } from './words.ts';

/** A person, and what an operator may do to them. */
export function PersonPage({ id }: { id: string }) {
  const { value, problem, again } = useAsked<PersonCard>(`/people/${encodeURIComponent(id)}`);
  if (!value) return <Problem text={problem} />;
  return (
    <div class="columns">
      <h1>{value.username === null ? value.firstName : `${value.firstName} @${value.username}`}</h1>
      <dl class="figures">
        <Figure name={t('desk-col-available')} value={number(value.available)} />
        <Figure name={t('desk-col-held')} value={number(value.held)} />
        <Figure name={t('desk-under-way')} value={number(value.open)} />
        <Figure name={t('desk-invited')} value={number(value.invited)} />
        <Figure name={t('desk-col-met')} value={moment(value.createdAt)} />
        <Figure name={t('desk-col-seen')} value={moment(value.lastSeenAt)} />
      </dl>
      <Acts person={value} onDone={again} />
      <Panel title={t('desk-statement')}>
        <Table label={t('desk-statement')} columns={statement} rows={value.statement} keyOf={(it) => it.id} />
      </Panel>
      <Panel title={t('desk-room-generations')}>
        <Table
          label={t('desk-room-generations')}
          columns={generationColumns.filter(({ name }) => name !== 'person')}
          rows={value.generations}
          keyOf={(it) => it.id}
        />
      </Panel>
      <Panel title={t('desk-room-payments')}>
        <Table
          label={t('desk-room-payments')}
          columns={paymentColumns(again)}
          rows={value.payments}
          keyOf={({ chargeId }) => chargeId}
        />
      </Panel>
      <Panel title={t('desk-room-audit')}>
        <Table
          label={t('desk-room-audit')}
          columns={actionColumns}
          rows={value.actions}
          keyOf={(it) => it.id}
        />
      </Panel>
    </div>
  );
}

function Acts({ person: { id, bannedAt, isOperator }, onDone }: { person: PersonCard; onDone(): void }) {
  const path = `/people/${id}`;
  return (
    <div class="buttons">
      <Act label={t('desk-grant')} path={`${path}/grant`} fields={creditsFields()} onDone={onDone} />
      <Act label={t('desk-take')} path={`${path}/take`} fields={creditsFields()} onDone={onDone} />
      {bannedAt !== null && <Act label={t('desk-unblock')} path={`${path}/unblock`} onDone={onDone} />}
      {bannedAt === null && !isOperator && (
        <Act label={t('desk-block')} path={`${path}/block`} isDangerous onDone={onDone} />
      )}
    </div>
  );
}

const statement: Column<StatementLine>[] = [
  { name: 'at', cell: ({ at }) => moment(at) },
  { name: 'what', cell: ({ kind, state }) => transferWords(kind, state) },
  { name: 'memo', cell: ({ memo }) => memo },
  { name: 'credits', isNumber: true, cell: ({ amount }) => number(amount) },
];
