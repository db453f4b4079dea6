import { useState } from 'preact/hooks';
import type { Action } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Paged, Words } from './paged.tsx';
import type { Column } from './table.tsx';
import { moment } from './words.ts';

/** What operators did, wherever they did it. */
export function AuditPage() {
  const [query, setQuery] = useState({ subject: '' });
  return (
    <Paged
      name="audit"
      title={t('desk-room-audit')}
      query={query}
      filters={
        <Words
          label={t('desk-col-subject')}
          value={query.subject}
          onEnter={(subject) => setQuery({ subject })}
        />
      }
      columns={actionColumns}
      keyOf={({ id }: Action) => id}
    />
  );
}

export const actionColumns: Column<Action>[] = [
  { name: 'at', cell: ({ at }) => moment(at) },
  { name: 'operator', cell: ({ adminId, adminName, via }) => `${adminName ?? adminId ?? ''} ${via}` },
  { name: 'act', cell: ({ code }) => <code>{code}</code> },
  { name: 'subject', cell: ({ subject }) => subject },
  { name: 'reason', cell: ({ reason }) => reason },
  { name: 'details', cell: ({ details }) => <code class="long">{JSON.stringify(details)}</code> },
];
