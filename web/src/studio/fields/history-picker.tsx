import { useEffect, useState } from 'preact/hooks';
import type { FileView, GenerationPage } from '../../../../src/http/miniapp/contract.ts';
import { call } from '../../server/call.ts';
import { keepAsking, troubleWith } from '../../server/keep-asking.ts';
import { Empty, Waiting } from '../../ui/parts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from '../../words.ts';

interface Props {
  kind: FileView['kind'];
  onClose(): void;
  onPick(ref: string, file: FileView): void;
}

/** Files of earlier results, to begin with. */
export function HistoryPicker({ kind, onClose, onPick }: Props) {
  const [page, setPage] = useState<GenerationPage | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    keepAsking(() => call<GenerationPage>(`/generations?kind=${kind}`), setTrouble, gone.signal).then(
      setPage,
      (error) => setTrouble(troubleWith(error)),
    );
    return () => gone.abort();
  }, [kind]);
  const files =
    page?.items.flatMap(({ id, media }) => media.map((file, index) => ({ id, index, file }))) ?? [];
  const fitting = files.filter(({ file }) => file.kind === kind);

  async function pick(id: string, index: number, file: FileView): Promise<void> {
    try {
      const { ref } = await call<{ ref: string }>(`/generations/${id}/files/${index}`, { method: 'POST' });
      onPick(ref, file);
    } catch (error) {
      toast(troubleWith(error));
    }
  }

  async function more(): Promise<void> {
    try {
      const last = page?.items.at(-1)?.id ?? '';
      const next = await call<GenerationPage>(`/generations?kind=${kind}&before=${last}`);
      setPage((now) => ({ ...next, items: [...(now?.items ?? []), ...next.items] }));
    } catch (error) {
      toast(troubleWith(error));
    }
  }

  return (
    <Sheet title={t('web-from-results')} onClose={onClose}>
      {page === null && <Waiting rows={3} trouble={trouble} />}
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
      {page?.more && (
        <button type="button" class="button plain" onClick={() => void more()}>
          {t('web-show-more')}
        </button>
      )}
    </Sheet>
  );
}
