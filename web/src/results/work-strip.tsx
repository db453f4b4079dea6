import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { isOver, work } from '../server/events.ts';
import { t } from '../words.ts';
import { Progress } from './progress.tsx';

/** What is being made right now, wherever the person is. */
export function WorkStrip() {
  const open = [...work.use().values()].filter((it) => !isOver(it));
  if (open.length === 0) return null;
  return (
    <section aria-label={t('web-under-way')}>
      <ul class="card work">
        {open.map((generation) => (
          <WorkRow key={generation.id} generation={generation} />
        ))}
      </ul>
    </section>
  );
}

function WorkRow({ generation }: { generation: GenerationView }) {
  return (
    <li>
      <button type="button" class="work-row" onClick={() => go('results', generation.id)}>
        <Progress generation={generation} size={36} />
        <span class="model-words">
          <span class="model-title">{generation.model.title}</span>
          <span class="model-facts">{generation.prompt ?? t(`web-phase-${generation.phase}`)}</span>
        </span>
      </button>
    </li>
  );
}
