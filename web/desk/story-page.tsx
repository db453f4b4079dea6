import type { GenerationStory, LedgerLine, StoryPart } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { useAsked } from './asked.ts';
import { Figure, Link, Panel, Problem, StateMark } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { moment, number, seconds, transferWords } from './words.ts';

/** All that is known of one generation. */
export function StoryPage({ id }: { id: string }) {
  const { value, problem } = useAsked<GenerationStory>(`/generations/${encodeURIComponent(id)}`, 3_000);
  if (!value) return <Problem text={problem} />;
  const { moves, parts, ledger, failure } = value;
  const columns = moveColumns(moves);
  return (
    <div class="columns">
      <h1>
        {value.modelId} <StateMark state={value.state} />
      </h1>
      <dl class="figures">
        <Figure name={t('desk-col-credits')} value={number(value.credits)} />
        <Figure
          name={t('desk-col-kie')}
          value={number(value.kieCredits, 2)}
          note={t('desk-quoted', { credits: number(value.quote.kieCredits, 2) })}
        />
        <Figure name={t('desk-task')} value={value.taskId ?? '–'} />
      </dl>
      <p>
        <Link to={['people', value.personId]}>{`${value.firstName}, ${value.personId}`}</Link>
      </p>
      {failure && (
        <Panel title={t('desk-col-cause')}>
          <p>
            <code>{failure.code}</code> {value.failureText}
          </p>
          {failure.providerMessage !== null && (
            <blockquote>{`${failure.providerCode ?? ''} ${failure.providerMessage}`}</blockquote>
          )}
        </Panel>
      )}
      <Panel title={t('desk-states')}>
        <Table
          label={t('desk-states')}
          columns={columns}
          rows={moves.map((move, index) => ({ ...move, index }))}
          keyOf={({ index }) => index}
        />
      </Panel>
      <Panel title={t('desk-messages')}>
        <Table label={t('desk-messages')} columns={partColumns} rows={parts} keyOf={({ index }) => index} />
      </Panel>
      <Panel title={t('desk-ledger')}>
        <Table label={t('desk-ledger')} columns={ledgerColumns} rows={ledger} keyOf={({ id }) => id} />
      </Panel>
      <Panel title={t('desk-input')}>
        <pre>{JSON.stringify(value.input, null, 2)}</pre>
        {value.text !== null && <pre>{value.text}</pre>}
      </Panel>
    </div>
  );
}

/** How far a message is, and how often it was sent once more. */
function partWords(state: StoryPart['state'], sentAgain: number): string {
  const words = t(`desk-part-${state}`);
  return sentAgain > 0 ? `${words} (+${sentAgain})` : words;
}

type Move = GenerationStory['moves'][number] & { index: number };

function moveColumns(moves: GenerationStory['moves']): Column<Move>[] {
  const after = ({ at, index }: Move) => {
    const before = moves[index - 1];
    return before ? seconds((new Date(at).getTime() - new Date(before.at).getTime()) / 1000) : '';
  };
  return [
    { name: 'state', cell: ({ state }) => <StateMark state={state} /> },
    { name: 'at', cell: ({ at }) => moment(at) },
    { name: 'after', isNumber: true, cell: after },
  ];
}

const partColumns: Column<StoryPart>[] = [
  { name: 'state', cell: ({ state, sentAgain }) => partWords(state, sentAgain) },
  {
    name: 'message',
    cell: ({ sent }) => sent.map(({ messageId, kind }) => `${kind} ${messageId}`).join(', ') || '–',
  },
  { name: 'files', cell: ({ items }) => items.map(({ kind, role }) => role ?? kind).join(', ') || '–' },
];

const ledgerColumns: Column<LedgerLine>[] = [
  { name: 'at', cell: ({ at }) => moment(at) },
  { name: 'what', cell: ({ kind, phase }) => transferWords(kind, phase) },
  { name: 'from', cell: ({ from }) => from },
  { name: 'to', cell: ({ to }) => to },
  { name: 'credits', isNumber: true, cell: ({ amount }) => number(amount) },
];
