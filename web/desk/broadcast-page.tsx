import { useState } from 'preact/hooks';
import type { Audience, BroadcastCard, Preview } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { Act } from './act.tsx';
import { useAsked } from './asked.ts';
import { BroadcastState } from './broadcasts-page.tsx';
import { Choice } from './paged.tsx';
import { Figure, Panel, Problem } from './parts.tsx';
import { call } from './server.ts';
import { moment, number } from './words.ts';

/** One broadcast: its words, whom it goes to, how far it is, and what can be done now. */
export function BroadcastPage({ id }: { id: string }) {
  const path = `/broadcasts/${encodeURIComponent(id)}`;
  const { value, problem, again } = useAsked<BroadcastCard>(path, 2_000);
  if (!value) return <Problem text={problem} />;
  const { state, text, createdAt, startedAt, endedAt } = value;
  return (
    <div class="columns">
      <h1>
        {t('desk-broadcast', { id: value.id })} <BroadcastState state={state} />
      </h1>
      <Problem text={problem} />
      <dl class="figures">
        {state === 'draft' ? <Reach {...value} /> : <Counts {...value} />}
        <Figure name={t('desk-written')} value={moment(createdAt)} />
        {startedAt !== null && <Figure name={t('desk-started')} value={moment(startedAt)} />}
        {endedAt !== null && <Figure name={t('desk-col-ended')} value={moment(endedAt)} />}
      </dl>
      <Panel title={t('desk-col-words-sent')}>
        <blockquote>{text}</blockquote>
      </Panel>
      <Addressed path={path} broadcast={value} onDone={again} />
      <Ways path={path} state={state} reach={value.reach} onDone={again} />
    </div>
  );
}

function Reach({ reach }: BroadcastCard) {
  return <Figure name={t('desk-reach')} value={number(reach)} />;
}

function Counts(broadcast: BroadcastCard) {
  return (
    <>
      {(['total', 'sent', 'gone', 'failed', 'unsure'] as const).map((what) => (
        <Figure key={what} name={t(`desk-col-${what}`)} value={number(broadcast[what])} />
      ))}
    </>
  );
}

/** Whom it goes to; it can be changed until it begins. */
function Addressed({
  path,
  broadcast: { state, locale, activeDays, locales },
  onDone,
}: {
  path: string;
  broadcast: BroadcastCard;
  onDone(): void;
}) {
  const [problem, setProblem] = useState('');

  async function choose(change: Partial<Audience>): Promise<void> {
    setProblem('');
    try {
      await call(`${path}/audience`, { locale, activeDays, ...change }, 'PUT');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
    }
    onDone();
  }

  const spans = [...new Set([7, 30, ...(activeDays === null ? [] : [activeDays])])];
  const seen = (days: number) => t('desk-seen-within', { days });
  if (state !== 'draft') {
    const language = locales.find(({ id }) => id === locale)?.name ?? locale ?? t('desk-all');
    return (
      <Panel title={t('desk-audience')}>
        <p>{`${language} · ${activeDays === null ? t('desk-all') : seen(activeDays)}`}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('desk-audience')}>
      <div class="filters">
        <Choice
          label={t('desk-col-locale')}
          value={locale ?? ''}
          options={locales.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(chosen) => void choose({ locale: chosen === '' ? null : chosen })}
        />
        <Choice
          label={t('desk-activity')}
          value={String(activeDays ?? '')}
          options={spans.map((days) => ({ value: String(days), label: seen(days) }))}
          onChoose={(days) => void choose({ activeDays: days === '' ? null : Number(days) })}
        />
      </div>
      <Problem text={problem} />
    </Panel>
  );
}

function Ways({
  path,
  state,
  reach,
  onDone,
}: Pick<BroadcastCard, 'state' | 'reach'> & { path: string; onDone(): void }) {
  const may = { draft: ['start'], running: ['pause'], paused: ['resume'], cancelled: [], done: [] } as const;
  const isOver = state === 'cancelled' || state === 'done';
  return (
    <div class="buttons">
      <PreviewButton path={path} />
      {may[state].map((how) => (
        <Act
          key={how}
          label={t(`desk-${how}`)}
          path={`${path}/${how}`}
          about={reach !== null && <p>{t('desk-start-mind', { count: reach })}</p>}
          onDone={onDone}
        />
      ))}
      {!isOver && (
        <Act label={t('desk-cancel-broadcast')} path={`${path}/cancel`} isDangerous onDone={onDone} />
      )}
    </div>
  );
}

/** Sends it to the operator alone, and says what became of it. */
function PreviewButton({ path }: { path: string }) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function send(): Promise<void> {
    setBusy(true);
    try {
      const { isSent } = await call<Preview>(`${path}/preview`, {});
      setSaid(t(isSent ? 'desk-preview-sent' : 'desk-preview-failed'));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '');
    }
    setBusy(false);
  }

  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => void send()}>
        {t('desk-preview')}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
