import type { FileView } from '../../../../src/http/miniapp/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { t } from '../../words.ts';
import type { Upload } from './use-uploads.ts';

interface Props {
  upload: Upload;
  kind: FileView['kind'];
  onRetry(): void;
  onDrop(): void;
}

/** A file that is on its way, or could not be brought. */
export function UploadTile({ upload: { url, name, problem, sent }, kind, onRetry, onDrop }: Props) {
  return (
    <li class={problem === null ? 'tile pending' : 'tile failed'}>
      {kind === 'image' && <img src={url} alt={name} />}
      {kind !== 'image' && <span class="tile-name">{name}</span>}
      {problem === null ? (
        <progress class="tile-progress" aria-label={t('web-uploading')} value={sent} />
      ) : (
        <span class="tile-buttons">
          <button type="button" class="round small glass" aria-label={t('web-try-again')} onClick={onRetry}>
            <Icon name="again" size={16} />
          </button>
          <button
            type="button"
            class="round small glass"
            aria-label={t('web-remove-file', { name })}
            onClick={onDrop}
          >
            <Icon name="close" size={16} />
          </button>
        </span>
      )}
    </li>
  );
}
