import { useState } from 'preact/hooks';
import type { FileView } from '../../../../src/http/miniapp/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { t } from '../../words.ts';
import { nameOf, proportionsOf, shapeField } from '../shapes.ts';
import type { Form } from '../use-form.ts';

interface Props {
  refText: string;
  /** Absent for an address that somebody wrote. */
  file: FileView | undefined;
  kind: FileView['kind'];
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
        <Lazy
          load={() => import('../crop-sheet.tsx').then((it) => it.CropSheet)}
          props={{
            url: file.url,
            ratios: ratiosOf(form),
            onClose: () => setCropping(false),
            onDone: (blob: Blob) => {
              setCropping(false);
              onReplace(blob);
            },
          }}
          onFail={() => setCropping(false)}
        />
      )}
    </li>
  );
}

/** The shapes that this form can make, by their names; the chosen one first. */
function ratiosOf(form: Form): string[] {
  const shapes = shapeField(form);
  const values = shapes?.field.choices.map(({ value }) => value) ?? ['1:1', '4:3', '3:4', '16:9', '9:16'];
  const named = (value: unknown) => {
    const proportions = proportionsOf(value);
    return proportions ? [nameOf(proportions)] : [];
  };
  return [...new Set([...named(shapes?.chosen), ...values.flatMap(named)])];
}
