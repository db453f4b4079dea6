import { useState } from 'preact/hooks';
import type { Broadcast, NewBroadcast } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { useAsked } from './asked.ts';
import { CsvButton } from './csv-button.tsx';
import { Link, Panel, Problem } from './parts.tsx';
import { goTo } from './router.ts';
import { call } from './server.ts';
import { type Column, Table } from './table.tsx';
import { moment, number } from './words.ts';

/** What was and is being written to many, and a new draft. */
export function BroadcastsPage() {
  const { value, problem } = useAsked<Broadcast[]>('/broadcasts', 3_000);
  const title = t('desk-room-broadcasts');
  return (
    <div class="columns">
      <Draft />
      <Panel title={title} aside={<CsvButton name="broadcasts" />}>
        <Problem text={problem} />
        {value && <Table label={title} columns={columns} rows={value} keyOf={({ id }) => id} />}
      </Panel>
    </div>
  );
}

/** Nobody gets a draft: whom it goes to is chosen on its own page. */
function Draft() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const draft: NewBroadcast = { text, locale: null, activeDays: null };
      const { id } = await call<Broadcast>('/broadcasts', draft);
      goTo('broadcasts', id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
      setBusy(false);
    }
  }

  return (
    <Panel title={t('desk-new-broadcast')}>
      <form
        class="writing"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          {t('desk-broadcast-text')}
          <textarea rows={4} required value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <Problem text={problem} />
        <div class="buttons">
          <button type="submit" class="main" disabled={isBusy}>
            {t('desk-save-draft')}
          </button>
        </div>
      </form>
    </Panel>
  );
}

const columns: Column<Broadcast>[] = [
  { name: 'at', cell: ({ createdAt }) => moment(createdAt) },
  { name: 'words-sent', cell: ({ id, text }) => <Link to={['broadcasts', id]}>{inShort(text)}</Link> },
  { name: 'state', cell: ({ state }) => <BroadcastState state={state} /> },
  { name: 'total', isNumber: true, cell: ({ total }) => number(total) },
  { name: 'sent', isNumber: true, cell: ({ sent }) => number(sent) },
  { name: 'gone', isNumber: true, cell: ({ gone }) => number(gone) },
  { name: 'failed', isNumber: true, cell: ({ failed }) => number(failed) },
  { name: 'unsure', isNumber: true, cell: ({ unsure }) => number(unsure) },
];

export function BroadcastState({ state }: Pick<Broadcast, 'state'>) {
  return <span class={`mark ${state}`}>{t(`desk-broadcast-${state}`)}</span>;
}

function inShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : line;
}
