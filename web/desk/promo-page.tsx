import type { Promo } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act, type ActField } from './act.tsx';
import { useAsked } from './asked.ts';
import { CsvButton } from './csv-button.tsx';
import { Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number } from './words.ts';

export function PromoPage() {
  const { value, problem, again } = useAsked<Promo[]>('/promo');
  const title = t('desk-room-promo');
  const fields: ActField[] = [
    { name: 'code', label: t('desk-col-code'), type: 'text' },
    { name: 'credits', label: t('desk-col-credits'), type: 'number' },
    { name: 'maxUses', label: t('desk-max-uses'), type: 'number', isOptional: true },
    { name: 'until', label: t('desk-last-day'), type: 'date', isOptional: true },
  ];
  const close = ({ code }: Promo) => (
    <Act label={t('desk-close')} path={`/promo/${encodeURIComponent(code)}/close`} onDone={again} />
  );
  return (
    <Panel
      title={title}
      aside={
        <div class="buttons">
          <Act label={t('desk-new-promo')} path="/promo" fields={fields} onDone={again} />
          <CsvButton name="promo" />
        </div>
      }
    >
      <Problem text={problem} />
      {value && (
        <Table
          label={title}
          columns={[...columns, { name: 'acts', cell: close }]}
          rows={value}
          keyOf={(it) => it.code}
        />
      )}
    </Panel>
  );
}

const columns: Column<Promo>[] = [
  { name: 'code', cell: ({ code }) => <code>{code}</code> },
  { name: 'credits', isNumber: true, cell: ({ credits }) => number(credits) },
  { name: 'uses', isNumber: true, cell: ({ uses, maxUses }) => `${number(uses)} / ${maxUses ?? '∞'}` },
  { name: 'until', cell: ({ expiresAt }) => (expiresAt === null ? '∞' : moment(expiresAt)) },
];
