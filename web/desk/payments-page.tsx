import { useState } from 'preact/hooks';
import type { PaymentRow } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act, type ActField } from './act.tsx';
import { Choice, Paged, Words } from './paged.tsx';
import { Link } from './parts.tsx';
import type { Column } from './table.tsx';
import { moment, number } from './words.ts';

/** How many credits, and whether the person reads the reason as well. */
export const creditsFields = (): ActField[] => [
  { name: 'amount', label: t('desk-col-credits'), type: 'number' },
  { name: 'isTold', label: t('desk-reason-told'), type: 'checkbox' },
];

export function PaymentsPage() {
  const [query, setQuery] = useState({ state: '', person: '' });
  const [round, setRound] = useState(0);
  const options = (['credited', 'unmatched', 'refunding', 'refunded'] as const).map((state) => ({
    value: state,
    label: t(`desk-payment-${state}`),
  }));
  const filters = (
    <>
      <Choice
        label={t('desk-col-state')}
        value={query.state}
        options={options}
        onChoose={(state) => setQuery({ ...query, state })}
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
      key={round}
      name="payments"
      title={t('desk-room-payments')}
      {...{ query, filters }}
      columns={paymentColumns(() => setRound(round + 1))}
      keyOf={({ chargeId }: PaymentRow) => chargeId}
    />
  );
}

export function paymentColumns(onDone: () => void): Column<PaymentRow>[] {
  return [
    { name: 'paid', cell: ({ paidAt }) => moment(paidAt) },
    {
      name: 'person',
      cell: ({ payerId, firstName }) => <Link to={['people', payerId]}>{firstName ?? payerId}</Link>,
    },
    { name: 'stars', isNumber: true, cell: ({ stars }) => number(stars) },
    { name: 'credits', isNumber: true, cell: ({ credits }) => number(credits) },
    {
      name: 'state',
      cell: ({ state, problem }) => `${t(`desk-payment-${state}`)}${problem === null ? '' : ` (${problem})`}`,
    },
    { name: 'charge', cell: ({ chargeId }) => <code class="long">{chargeId}</code> },
    { name: 'acts', cell: (payment) => <PaymentActs {...payment} onDone={onDone} /> },
  ];
}

function PaymentActs({ chargeId, state, onDone }: PaymentRow & { onDone(): void }) {
  if (state !== 'credited' && state !== 'unmatched') return null;
  const path = `/payments/${encodeURIComponent(chargeId)}`;
  return (
    <div class="buttons">
      <Act
        label={t('desk-refund')}
        path={`${path}/refund`}
        fields={[{ name: 'force', label: t('desk-force'), type: 'checkbox' }]}
        isDangerous
        onDone={onDone}
      />
      {state === 'unmatched' && (
        <Act label={t('desk-credit')} path={`${path}/credit`} fields={creditsFields()} onDone={onDone} />
      )}
    </div>
  );
}
