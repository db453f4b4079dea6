import { useState } from 'preact/hooks';
import type { GenerationView, MediaView } from '../../../src/http/miniapp/contract.ts';
import { freshLink, useLink } from '../server/links.ts';
import { t } from '../words.ts';
import { Compare } from './compare.tsx';

/** Players for what came of it: pictures, clips, sounds, words; with what went in to compare. */
export function Media({ generation }: { generation: GenerationView }) {
  const { media, text, before, model } = generation;
  const [first] = media;
  const isComparable = before !== undefined && media.length === 1 && first?.kind === 'image';
  return (
    <div class={media.length > 1 ? 'media many' : 'media'}>
      {isComparable && first ? (
        <Compare before={before} after={first.url} />
      ) : (
        media.map((file, index) => (
          <Player key={file.url} file={file} label={`${model.title} ${index + 1}`} />
        ))
      )}
      {text !== undefined && <Words text={text} />}
    </div>
  );
}

function Player({ file, label }: { file: MediaView; label: string }) {
  const { url, isGone, fail } = useLink(file.url);
  if (isGone) return <p class="gone">{t('web-file-gone')}</p>;
  if (url === undefined) return null;
  const common = { src: url, onError: fail };
  const player = {
    ...common,
    controls: true,
    preload: 'metadata',
    'aria-label': file.name || label,
  } as const;
  if (file.kind === 'image') return <img class="shown" {...common} alt={file.name || label} />;
  if (file.kind === 'video') return <video class="shown" {...player} playsInline loop />;
  if (file.kind === 'audio')
    return (
      <figure class="sound">
        {file.name !== '' && <figcaption>{file.name}</figcaption>}
        <audio {...player} />
      </figure>
    );
  return (
    <button type="button" class="button plain" onClick={() => void download(file)}>
      {file.name || t('web-download')}
    </button>
  );
}

async function download({ url }: MediaView): Promise<void> {
  const link = await freshLink(url);
  if (link !== null) location.assign(`${link}?save`);
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
