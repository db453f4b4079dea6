import { useEffect, useState } from 'preact/hooks';
import type { FileView, GenerationPage } from '../../../../src/http/miniapp/contract.ts';
import { call } from '../../server/call.ts';
import { Empty, Waiting } from '../../ui/parts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { t } from '../../words.ts';

interface Props {
  kind: FileView['kind'];
  onClose(): void;
  onPick(ref: string, file: FileView): void;
}

/** Files of earlier results, to begin with. */
export function HistoryPicker({ kind, onClose, onPick }: Props) {
  const [page, setPage] = useState<GenerationPage | null>(null);
  useEffect(() => void call<GenerationPage>(`/generations?kind=${kind}`).then(setPage), [kind]);
  const files =
    page?.items.flatMap(({ id, media }) => media.map((file, index) => ({ id, index, file }))) ?? [];
  const fitting = files.filter(({ file }) => file.kind === kind);

  async function pick(id: string, index: number, file: FileView): Promise<void> {
    const { ref } = await call<{ ref: string }>(`/generations/${id}/files/${index}`, { method: 'POST' });
    onPick(ref, file);
  }

  return (
    <Sheet title={t('web-from-results')} onClose={onClose}>
      {page === null && <Waiting rows={3} />}
      {page !== null && fitting.length === 0 && (
        <Empty icon="grid" title={t('web-no-results')} text={t('web-no-results-kind')} />
      )}
      <ul class="gallery picker">
        {fitting.map(({ id, index, file }) => (
          <li key={`${id}-${index}`}>
            <button
              type="button"
              class="shot"
              aria-label={file.name || t('web-result')}
              onClick={() => void pick(id, index, file)}
            >
              {kind === 'image' && <img src={file.url} alt="" loading="lazy" />}
              {kind === 'video' && <video src={file.url} muted playsInline preload="metadata" />}
              {kind !== 'image' && kind !== 'video' && (
                <span class="tile-name">{file.name || t('web-result')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
