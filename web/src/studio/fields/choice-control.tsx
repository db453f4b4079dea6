import { useState } from 'preact/hooks';
import type { Choice } from '../../../../src/http/miniapp/contract.ts';
import { haptics } from '../../telegram/actions.ts';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { t } from '../../words.ts';
import { proportionsOf } from '../shapes.ts';
import { FramePreview } from './frame-preview.tsx';
import { Opener } from './opener.tsx';
import type { ControlProps } from './value-control.tsx';

/** So much fits without looking crowded: a few words, or many short signs such as 16:9. */
const mostChips = 16;
const fewLetters = 90;

/** One of several: chips where they fit, a list with a search where there are many. */
export function ChoiceControl(props: ControlProps) {
  const { shape, value, fallback, form, onChange } = props;
  const current = value ?? fallback;
  const letters = shape.choices.reduce((sum, choice) => sum + choice.label.length, 0);
  const choose = (choice: Choice) => {
    haptics.choose();
    onChange(
      choice.value === value && fallback !== choice.value && fallback === undefined
        ? undefined
        : choice.value,
    );
  };
  if (shape.choices.length > mostChips || letters > fewLetters)
    return <LongChoice {...props} choose={choose} />;
  const isFrame = shape.choices.some(({ value: it }) => proportionsOf(it));
  return (
    <>
      <ChoiceChips {...props} current={current} choose={choose} />
      {isFrame && <FramePreview form={form} chosen={current} />}
    </>
  );
}

interface ChoiceProps extends ControlProps {
  choose(choice: Choice): void;
}

function ChoiceChips({ shape, label, describedBy, current, choose }: ChoiceProps & { current: unknown }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of the group stands outside of it
    <div class="chips" role="group" aria-label={label} aria-describedby={describedBy}>
      {shape.choices.map((choice) => (
        <button
          type="button"
          class="chip"
          key={String(choice.value)}
          aria-pressed={choice.value === current}
          onClick={() => choose(choice)}
        >
          <RatioMark value={choice.value} />
          {choice.label}
        </button>
      ))}
    </div>
  );
}

/** A little frame of the same shape beside "16:9" and the like. */
function RatioMark({ value }: { value: unknown }) {
  const shape = proportionsOf(value);
  if (!shape) return null;
  const { width, height } = shape;
  const side = 15 / Math.max(width, height);
  return (
    <span
      class="ratio"
      style={{ width: `${Math.max(4, width * side)}px`, height: `${Math.max(4, height * side)}px` }}
      aria-hidden="true"
    />
  );
}

function LongChoice({ id, shape, value, fallback, label, describedBy, choose }: ChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const current = shape.choices.find((choice) => choice.value === (value ?? fallback));
  const found = shape.choices.filter((choice) =>
    choice.label.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <>
      <Opener
        id={id}
        describedBy={describedBy}
        label={current?.label ?? t('web-choose')}
        icon="down"
        open={() => setOpen(true)}
      />
      {isOpen && (
        <Sheet title={label} onClose={() => setOpen(false)}>
          <label class="search">
            <Icon name="search" size={20} />
            <input
              type="search"
              value={text}
              aria-label={t('web-search-label')}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <ul class="options">
            {found.map((choice) => (
              <li key={String(choice.value)}>
                <button
                  type="button"
                  class="option"
                  aria-pressed={choice === current}
                  onClick={() => {
                    choose(choice);
                    setOpen(false);
                  }}
                >
                  {choice.label}
                  {choice === current && <Icon name="check" size={20} />}
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
