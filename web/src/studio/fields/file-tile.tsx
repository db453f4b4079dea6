import { useState } from 'preact/hooks';
import type { FieldView, FileView } from '../../../../src/http/miniapp/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { t } from '../../words.ts';
import { CropSheet } from '../crop-sheet.tsx';
import type { Form } from '../use-form.ts';

interface Props {
  refText: string;
  /** Absent for an address that somebody wrote. */
  file: FileView | undefined;
  kind: FileView['kind'];
  purpose: FieldView['role'];
  form: Form;
  onReplace(file: Blob): void;
  onRemove(): void;
}

/** A file in the form, to be looked at, cut to a shape, or taken away. */
export function FileTile({ refText, file, kind, form, onReplace, onRemove }: Props) {
  const [isCropping, setCropping] = useState(false);
  const name = file?.name || refText.split('/').at(-1) || refText;
  return (
    <li class={kind === 'audio' || kind === 'file' ? 'tile wide' : 'tile'}>
      {file && kind === 'image' && <img src={file.url} alt={name} />}
      {file && kind === 'video' && (
        <video src={file.url} muted playsInline preload="metadata" aria-label={name} />
      )}
      {file && kind === 'audio' && <audio src={file.url} controls preload="metadata" aria-label={name} />}
      {(!file || kind === 'file') && <span class="tile-name">{name}</span>}
      <span class="tile-buttons">
        {file && kind === 'image' && (
          <button
            type="button"
            class="round small glass"
            aria-label={t('web-crop')}
            onClick={() => setCropping(true)}
          >
            <Icon name="crop" size={16} />
          </button>
        )}
        <button
          type="button"
          class="round small glass"
          aria-label={t('web-remove-file', { name })}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      </span>
      {isCropping && file && (
        <CropSheet
          url={file.url}
          ratios={ratiosOf(form)}
          onClose={() => setCropping(false)}
          onDone={(blob) => {
            setCropping(false);
            onReplace(blob);
          }}
        />
      )}
    </li>
  );
}

/** The shapes that this form can make; the chosen one first. */
function ratiosOf({ view, input }: Form): string[] {
  const field = view?.fields.find(({ choices }) =>
    choices.some(({ value }) => /^\d+:\d+$/.test(String(value))),
  );
  const all = field?.choices.map(({ value }) => String(value)).filter((text) => /^\d+:\d+$/.test(text)) ?? [
    '1:1',
    '4:3',
    '3:4',
    '16:9',
    '9:16',
  ];
  const chosen = String(field === undefined ? '' : (input[field.name] ?? field.default));
  return [...all.filter((it) => it === chosen), ...all.filter((it) => it !== chosen)];
}
