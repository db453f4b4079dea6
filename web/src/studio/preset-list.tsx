import { useState } from 'preact/hooks';
import type { NewForm, PresetView } from '../../../src/http/miniapp/contract.ts';
import { shareLink } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';
import { PresetName } from './preset-name.tsx';
import type { Presets } from './use-presets.ts';

interface Props {
  presets: Presets;
  /** In this order. */
  shown: readonly PresetView[];
  onOpen(form: NewForm): void;
}

/** Presets to open, rename, share and remove, each in a row. */
export function PresetList({ presets, shown, onOpen }: Props) {
  return (
    <ul class="options">
      {shown.map((preset) => (
        <Row key={preset.id} preset={preset} presets={presets} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Row({ preset, presets, onOpen }: Omit<Props, 'shown'> & { preset: PresetView }) {
  const { id, name, model, link } = preset;
  const [isNaming, setNaming] = useState(false);

  async function rename(wanted: string): Promise<boolean> {
    const isDone = await presets.rename(id, wanted);
    if (isDone) setNaming(false);
    return isDone;
  }

  return (
    <li class="preset">
      {isNaming ? (
        <PresetName from={name} onName={rename} />
      ) : (
        <button type="button" class="option" onClick={() => void presets.open(id, onOpen)}>
          <span class="model-words">
            <span class="model-title">{name}</span>
            <span class="model-facts">{model.title}</span>
          </span>
        </button>
      )}
      <button
        type="button"
        class="round"
        aria-label={t('web-preset-rename', { name })}
        aria-expanded={isNaming}
        onClick={() => setNaming(!isNaming)}
      >
        <Icon name={isNaming ? 'close' : 'edit'} size={19} />
      </button>
      {!isNaming && (
        <>
          <button
            type="button"
            class="round"
            aria-label={t('web-preset-share', { name })}
            onClick={() => shareLink(link)}
          >
            <Icon name="send" size={19} />
          </button>
          <button
            type="button"
            class="round"
            aria-label={t('web-preset-drop', { name })}
            onClick={() => void presets.drop(id)}
          >
            <Icon name="trash" size={19} />
          </button>
        </>
      )}
    </li>
  );
}
