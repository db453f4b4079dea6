import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';
import { fileIcons, isSeen, Still } from './still.tsx';

/** A result in the gallery: its small picture, a still of its clip, or its words. */
export function Shot({ generation, onOpen }: { generation: GenerationView; onOpen(): void }) {
  const { media, model, prompt, phase } = generation;
  const [first] = media;
  const what = phase === 'delivered' ? '' : t(`web-phase-${phase}`);
  const label = [what, model.title, prompt?.slice(0, 120)].filter(Boolean).join(': ');
  return (
    <button type="button" class="shot" aria-label={label} onClick={onOpen}>
      {first && isSeen(first) ? <Still file={first} /> : <Words generation={generation} />}
      {first?.kind === 'video' && (
        <span class="shot-mark">
          <Icon name="video" size={16} />
        </span>
      )}
      {media.length > 1 && <span class="shot-count">{media.length}</span>}
    </button>
  );
}

function Words({ generation: { phase, media, text, prompt, model } }: { generation: GenerationView }) {
  const [first] = media;
  const isDone = phase === 'delivered';
  const icon = first ? fileIcons[first.kind] : 'text';
  return (
    <span class={isDone ? 'shot-words' : 'shot-words failed'}>
      <Icon name={isDone ? icon : 'close'} size={26} />
      <span>
        {isDone
          ? first?.name || text?.slice(0, 90) || prompt?.slice(0, 90) || model.title
          : t(`web-phase-${phase}`)}
      </span>
    </span>
  );
}
