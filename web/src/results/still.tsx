import { useState } from 'preact/hooks';
import type { MediaView } from '../../../src/http/miniapp/contract.ts';
import { useLink } from '../server/links.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

export const fileIcons: Record<MediaView['kind'], IconName> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
};

/** Whether a file shows something by itself. */
export function isSeen({ kind, thumbnail }: MediaView): boolean {
  return thumbnail !== undefined || kind === 'image' || kind === 'video';
}

/** Telegram's small copy; where it made none, the file itself, of a clip only its beginning. */
export function Still({ file }: { file: MediaView }) {
  const { url, isGone, fail } = useLink(file.thumbnail ?? file.url);
  const [isThere, setThere] = useState(false);
  const seen = isThere ? 'still there' : 'still';
  if (isGone) return <Icon name={fileIcons[file.kind]} size={26} />;
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
