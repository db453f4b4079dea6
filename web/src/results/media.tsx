import { useState } from 'preact/hooks';
import type { GenerationView, MediaView } from '../../../src/http/miniapp/contract.ts';
import { t } from '../words.ts';
import { Compare } from './compare.tsx';

/** Players for what came of it: pictures, clips, sounds, words; with what went in to compare. */
export function Media({ generation }: { generation: GenerationView }) {
  const { media, text, before } = generation;
  const [first] = media;
  const comparable = before !== undefined && media.length === 1 && first?.kind === 'image';
  return (
    <div class={media.length > 1 ? 'media many' : 'media'}>
      {comparable && first ? (
        <Compare before={before} after={first.url} />
      ) : (
        media.map((file, index) => (
          <Player key={file.url} file={file} label={`${generation.model.title} ${index + 1}`} />
        ))
      )}
      {text !== undefined && <Words text={text} />}
    </div>
  );
}

function Player({ file, label }: { file: MediaView; label: string }) {
  const [isGone, setGone] = useState(false);
  const gone = () => setGone(true);
  if (isGone) return <p class="gone">{t('web-file-gone')}</p>;
  if (file.kind === 'image')
    return <img class="shown" src={file.url} alt={file.name || label} onError={gone} />;
  if (file.kind === 'video')
    return (
      <video
        class="shown"
        src={file.url}
        controls
        playsInline
        loop
        preload="metadata"
        aria-label={label}
        onError={gone}
      />
    );
  if (file.kind === 'audio')
    return (
      <figure class="sound">
        {file.name !== '' && <figcaption>{file.name}</figcaption>}
        <audio src={file.url} controls preload="metadata" aria-label={file.name || label} onError={gone} />
      </figure>
    );
  return (
    <a class="button plain" href={file.download} download>
      {file.name || t('web-download')}
    </a>
  );
}

function Words({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="words">
      <pre>{text}</pre>
      <button
        type="button"
        class="button plain"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => setCopied(true));
        }}
      >
        {t(isCopied ? 'web-copied' : 'web-copy')}
      </button>
    </div>
  );
}
