import { useState } from 'preact/hooks';
import type { GenerationView, MediaView } from '../../../src/http/miniapp/contract.ts';
import { useLink } from '../server/links.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { t } from '../words.ts';

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

function isSeen({ kind, thumbnail }: MediaView): boolean {
  return thumbnail !== undefined || kind === 'image' || kind === 'video';
}

/** Telegram's small copy; where it made none, the file itself, of a clip only its beginning. */
function Still({ file }: { file: MediaView }) {
  const { url, isGone, fail } = useLink(file.thumbnail ?? file.url);
  const [isThere, setThere] = useState(false);
  const seen = isThere ? 'still there' : 'still';
  if (isGone) return <Icon name={icons[file.kind]} size={26} />;
  if (url === undefined) return null;
  if (file.thumbnail === undefined && file.kind === 'video')
    return (
      <video
        class="still there"
        src={`${url}#t=0.1`}
        muted
        playsInline
        preload="metadata"
        tabIndex={-1}
        onError={fail}
      />
    );
  return <img class={seen} src={url} alt="" decoding="async" onLoad={() => setThere(true)} onError={fail} />;
}

const icons: Record<MediaView['kind'], IconName> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
};

function Words({ generation: { phase, media, text, prompt, model } }: { generation: GenerationView }) {
  const [first] = media;
  const isDone = phase === 'delivered';
  const icon = first ? icons[first.kind] : 'text';
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
