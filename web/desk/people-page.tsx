import { useState } from 'preact/hooks';
import type { PersonRow } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Choice, Paged, Words } from './paged.tsx';
import { Link } from './parts.tsx';
import type { Column } from './table.tsx';
import { moment, number } from './words.ts';

export function PeoplePage() {
  const [query, setQuery] = useState({ search: '', banned: '' });
  const filters = (
    <>
      <Words
        label={t('desk-find-person')}
        value={query.search}
        onEnter={(search) => setQuery({ ...query, search })}
      />
      <Choice
        label={t('desk-which')}
        value={query.banned}
        options={[{ value: '1', label: t('desk-blocked') }]}
        onChoose={(banned) => setQuery({ ...query, banned })}
      />
    </>
  );
  return (
    <Paged
      name="people"
      title={t('desk-room-people')}
      {...{ query, filters, columns }}
      keyOf={({ id }: PersonRow) => id}
    />
  );
}

const columns: Column<PersonRow>[] = [
  { name: 'id', cell: ({ id }) => <Link to={['people', id]}>{id}</Link> },
  { name: 'person', cell: ({ firstName, username }) => (username ? `${firstName} @${username}` : firstName) },
  { name: 'locale', cell: ({ locale }) => locale },
  { name: 'available', isNumber: true, cell: ({ available }) => number(available) },
  { name: 'held', isNumber: true, cell: ({ held }) => number(held) },
  { name: 'met', cell: ({ createdAt }) => moment(createdAt) },
  { name: 'seen', cell: ({ lastSeenAt }) => moment(lastSeenAt) },
  { name: 'blocked', cell: ({ bannedAt }) => (bannedAt === null ? '' : moment(bannedAt)) },
];
