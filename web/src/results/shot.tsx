import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';

/** A result in the gallery: its first picture, a still of its clip, or its words. */
export function Shot({ generation, onOpen }: { generation: GenerationView; onOpen(): void }) {
  const [first] = generation.media;
  const label = [generation.model.title, generation.prompt].filter(Boolean).join(': ');
  return (
    <button type="button" class="shot" aria-label={label} onClick={onOpen}>
      {first?.kind === 'image' && <img src={first.url} alt="" loading="lazy" decoding="async" />}
      {first?.kind === 'video' && (
        <>
          <video src={`${first.url}#t=0.1`} muted playsInline preload="metadata" tabIndex={-1} />
          <span class="shot-mark">
            <Icon name="video" size={16} />
          </span>
        </>
      )}
      {first?.kind !== 'image' && first?.kind !== 'video' && (
        <span class={generation.phase === 'failed' ? 'shot-words failed' : 'shot-words'}>
          <Icon
            name={generation.phase === 'failed' ? 'close' : first?.kind === 'audio' ? 'audio' : 'text'}
            size={26}
          />
          <span>
            {generation.phase === 'delivered'
              ? first?.name || generation.prompt || generation.model.title
              : t(`web-phase-${generation.phase}`)}
          </span>
        </span>
      )}
      {generation.media.length > 1 && <span class="shot-count">{generation.media.length}</span>}
    </button>
  );
}
