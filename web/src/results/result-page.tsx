import { useEffect, useState } from 'preact/hooks';
import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { isOver, work } from '../server/events.ts';
import { keepAsking, troubleWith } from '../server/keep-asking.ts';
import { askToWrite } from '../telegram/actions.ts';
import { canFullscreen, isFullscreen, setFullscreen } from '../telegram/fullscreen.ts';
import { Icon } from '../ui/icon.tsx';
import { Empty, Waiting } from '../ui/parts.tsx';
import { toast } from '../ui/toast.tsx';
import { duration, moment, t } from '../words.ts';
import { Actions } from './actions.tsx';
import { Media } from './media.tsx';
import { Progress, useElapsed } from './progress.tsx';

/** One generation, from the queue to what came of it. */
export function ResultPage({ id }: { id: string }) {
  const live = work.use().get(id);
  const [full, setFull] = useState<GenerationView | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    keepAsking(() => call<GenerationView>(`/generations/${id}`), setTrouble, gone.signal).then(
      setFull,
      (error) => !gone.signal.aborted && setFailure(troubleWith(error)),
    );
    return () => gone.abort();
  }, [id, live?.phase]);
  useEffect(() => () => setFullscreen(false), []);
  // News may lag behind what was asked for; what is over stays so until they tell of more.
  const isNewest = full && (!live || full.phase === live.phase || isOver(full));
  const shown = isNewest ? full : (live ?? full);
  if (failure !== null && !shown) return <Empty icon="grid" title={t('web-no-result')} text={failure} />;
  if (!shown) return <Waiting rows={3} trouble={trouble} />;
  return (
    <article class="result">
      {isOver(shown) ? <Ended generation={shown} /> : <UnderWay generation={shown} />}
      <Facts generation={shown} />
      {isOver(shown) && <Actions generation={shown} />}
    </article>
  );
}

function UnderWay({ generation }: { generation: GenerationView }) {
  useEffect(askToWrite, []);
  const elapsed = useElapsed(generation);
  const { phase, queuePlace, estimateSeconds } = generation;
  return (
    <div class="under-way" role="status">
      <Progress generation={generation} size={96} />
      <h1>
        {phase === 'queued' && queuePlace !== undefined
          ? t('web-phase-place', { place: queuePlace })
          : t(`web-phase-${phase}`)}
      </h1>
      <p>
        <span aria-hidden="true">{t('web-elapsed', { time: duration(elapsed) })}</span>
        {estimateSeconds !== undefined && ` · ${t('web-usually', { time: duration(estimateSeconds) })}`}
      </p>
      <p class="quiet">{t('web-may-leave')}</p>
      {(phase === 'queued' || phase === 'paused') && (
        <button type="button" class="button plain" onClick={() => void cancel(generation.id)}>
          {t('web-cancel')}
        </button>
      )}
    </div>
  );
}

async function cancel(id: string): Promise<void> {
  await call(`/generations/${id}/cancel`, { method: 'POST' }).catch((error) => toast(troubleWith(error)));
}

function Ended({ generation }: { generation: GenerationView }) {
  const { phase, failure, credits, free } = generation;
  if (phase === 'delivered')
    return (
      <div class="stage">
        <Media generation={generation} />
        {canFullscreen && generation.media.some(({ kind }) => kind === 'image' || kind === 'video') && (
          <WholeScreen />
        )}
      </div>
    );
  return (
    <div class="under-way">
      <span class="empty-icon">
        <Icon name="close" size={34} />
      </span>
      <h1>{t(`web-phase-${phase}`)}</h1>
      {failure !== undefined && <p>{failure}</p>}
      <p class="quiet">{free ? t('web-free-back') : t('web-credits-back', { count: credits })}</p>
    </div>
  );
}

function WholeScreen() {
  const isWhole = isFullscreen.use();
  return (
    <button
      type="button"
      class="round glass whole"
      aria-label={t('web-whole-screen')}
      aria-pressed={isWhole}
      onClick={() => setFullscreen(!isWhole)}
    >
      <Icon name="whole" size={20} />
    </button>
  );
}

function Facts({ generation }: { generation: GenerationView }) {
  const { model, prompt, credits, free, createdAt, elapsedSeconds } = generation;
  return (
    <section class="facts">
      {prompt !== undefined && <p class="prompt-text">{prompt}</p>}
      <p class="quiet">
        {[
          model.title,
          moment(createdAt),
          isOver(generation) ? duration(elapsedSeconds) : '',
          free ? t('web-free') : t('web-price', { count: credits }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  );
}
