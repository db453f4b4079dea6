import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileView, Shape } from '../../../../src/http/miniapp/contract.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { t } from '../../words.ts';
import type { Form } from '../use-form.ts';
import { FileTile } from './file-tile.tsx';
import { MaskButton } from './mask-button.tsx';
import { UploadTile } from './upload-tile.tsx';
import { useUploads } from './use-uploads.ts';

interface Props {
  id: string;
  label: string;
  describedBy: string | undefined;
  shape: Shape;
  form: Form;
  value: unknown;
  onChange(value: unknown): void;
}

const accepted = { image: 'image/*', video: 'video/*', audio: 'audio/*', file: 'image/*,application/pdf' };
const icons: Record<string, IconName> = { image: 'image', video: 'video', audio: 'audio', file: 'file' };

/** Files by choosing, dropping, pasting, the camera, or from what was made before. */
export function FilesControl({ id, label, describedBy, shape, form, value, onChange }: Props) {
  const kind = shape.file?.kind ?? 'file';
  const isList = shape.control === 'files';
  const refs = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
    (it) => typeof it === 'string',
  );
  const newest = useRef(refs);
  newest.current = refs;
  const [isOver, setOver] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const isFull = isList && shape.maxItems !== undefined && refs.length >= shape.maxItems;

  function put(next: string[]): void {
    const fitting = isList ? [...new Set(next)].slice(0, shape.maxItems) : next.slice(-1);
    newest.current = fitting;
    onChange(fitting.length === 0 ? undefined : isList ? fitting : fitting[0]);
  }

  function addKnown(ref: string, file: FileView): void {
    form.know(ref, file);
    put([...newest.current, ref]);
  }

  const { uploads, add, drop, retry } = useUploads(shape, (stored, replaces) => {
    form.know(stored.ref, stored);
    const { current } = newest;
    put(
      replaces === undefined
        ? [...current, stored.ref]
        : current.map((ref) => (ref === replaces ? stored.ref : ref)),
    );
  });

  const problems = [...new Set(uploads.flatMap(({ problem }) => problem ?? []))];
  usePaste(kind, (files) => void add(files));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of the group stands outside of it
    <div
      class={isOver ? 'files over' : 'files'}
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {refs.length + uploads.length > 0 && (
        <ul class="tiles">
          {refs.map((ref) => (
            <FileTile
              key={ref}
              refText={ref}
              file={form.files[ref]}
              kind={kind}
              form={form}
              onReplace={(blob) => void add([blob], ref)}
              onRemove={() => put(newest.current.filter((it) => it !== ref))}
            />
          ))}
          {uploads.map((upload) => (
            <UploadTile
              key={upload.id}
              upload={upload}
              kind={kind}
              onRetry={() => void retry(upload)}
              onDrop={() => drop(upload)}
            />
          ))}
        </ul>
      )}
      {!isFull && (isList || refs.length === 0) && (
        <div class="add-files">
          <label class={refs.length > 0 ? 'drop compact' : 'drop'} for={id}>
            <Icon name={icons[kind] ?? 'file'} size={26} />
            <span>{t(`web-add-${kind}`)}</span>
            <input
              id={id}
              type="file"
              accept={accepted[kind]}
              multiple={isList}
              onChange={(event) => {
                void add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <div class="ways">
            {shape.mask && <MaskButton mask={shape.mask} form={form} onDone={(mask) => void add([mask])} />}
            {kind === 'image' && !shape.mask && <CameraButton onTake={(file) => void add([file])} />}
            <button type="button" class="way" onClick={() => setPicking(true)}>
              <Icon name="clock" size={18} />
              {t('web-from-results')}
            </button>
          </div>
        </div>
      )}
      {problems.map((problem) => (
        <p class="problem" role="alert" key={problem}>
          {problem}
        </p>
      ))}
      {isPicking && (
        <Lazy
          load={() => import('./history-picker.tsx').then((it) => it.HistoryPicker)}
          props={{
            kind,
            onClose: () => setPicking(false),
            onPick: (ref: string, file: FileView) => {
              addKnown(ref, file);
              setPicking(false);
            },
          }}
          onFail={() => setPicking(false)}
        />
      )}
    </div>
  );
}

/** Opens the camera of a phone; elsewhere the browser offers files. */
function CameraButton({ onTake }: { onTake(file: File): void }) {
  return (
    <label class="way camera">
      <Icon name="camera" size={18} />
      {t('web-camera')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onTake(file);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** Files that are pasted anywhere on the page go to the first field of their kind. */
function usePaste(kind: string, add: (files: File[]) => void): void {
  const current = useRef(add);
  current.current = add;
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter((file) =>
        file.type.startsWith(`${kind}/`),
      );
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      current.current(files);
    };
    addEventListener('paste', take);
    return () => removeEventListener('paste', take);
  }, [kind]);
}
