import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldView, FileView, Shape } from '../../../../src/http/miniapp/contract.ts';
import { CallError } from '../../server/call.ts';
import { upload } from '../../server/upload.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { t } from '../../words.ts';
import type { Form } from '../use-form.ts';
import { FileTile } from './file-tile.tsx';
import { HistoryPicker } from './history-picker.tsx';
import { MaskButton } from './mask-button.tsx';

interface Props {
  id: string;
  label: string;
  describedBy: string | undefined;
  shape: Shape;
  purpose: FieldView['role'];
  form: Form;
  value: unknown;
  onChange(value: unknown): void;
}

const accepted = { image: 'image/*', video: 'video/*', audio: 'audio/*', file: 'image/*,application/pdf' };
const icons: Record<string, IconName> = { image: 'image', video: 'video', audio: 'audio', file: 'file' };

/** Files by choosing, dropping, pasting, the camera, or from what was made before. */
export function FilesControl({ id, label, describedBy, shape, purpose, form, value, onChange }: Props) {
  const kind = shape.file?.kind ?? 'file';
  const isList = shape.control === 'files';
  const refs = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
    (it) => typeof it === 'string',
  );
  const newest = useRef(refs);
  newest.current = refs;
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
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

  async function add(files: readonly Blob[], replacing?: string): Promise<void> {
    setProblem(null);
    for (const file of files) {
      setPending((now) => now + 1);
      try {
        const stored = await upload(file, file instanceof File ? file.name : `${kind}.png`);
        form.know(stored.ref, stored);
        put(
          replacing === undefined
            ? [...newest.current, stored.ref]
            : newest.current.map((ref) => (ref === replacing ? stored.ref : ref)),
        );
      } catch (error) {
        setProblem(error instanceof CallError ? error.message : t('web-offline-title'));
      } finally {
        setPending((now) => now - 1);
      }
    }
  }

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
      {refs.length + pending > 0 && (
        <ul class="tiles">
          {refs.map((ref) => (
            <FileTile
              key={ref}
              refText={ref}
              file={form.files[ref]}
              kind={kind}
              purpose={purpose}
              form={form}
              onReplace={(blob) => void add([blob], ref)}
              onRemove={() => put(newest.current.filter((it) => it !== ref))}
            />
          ))}
          {Array.from({ length: pending }, (_, index) => (
            <li class="tile pending" key={`pending-${index}`} role="status" aria-label={t('web-uploading')} />
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
            {purpose === 'mask' && <MaskButton form={form} onDone={(mask) => void add([mask])} />}
            {kind === 'image' && purpose !== 'mask' && <CameraButton onTake={(file) => void add([file])} />}
            <button type="button" class="way" onClick={() => setPicking(true)}>
              <Icon name="clock" size={18} />
              {t('web-from-results')}
            </button>
          </div>
        </div>
      )}
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {isPicking && (
        <HistoryPicker
          kind={kind}
          onClose={() => setPicking(false)}
          onPick={(ref, file) => {
            addKnown(ref, file);
            setPicking(false);
          }}
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
