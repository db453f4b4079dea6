import { t } from '../../words.ts';
import type { ControlProps } from './value-control.tsx';

const mostSteps = 400;

/** A number: a slider where there is a range that a thumb can hit, and a field to write it. */
export function NumberControl(props: ControlProps) {
  const { id, label, shape, value, fallback, describedBy, onChange } = props;
  const { min, max } = shape;
  const step = shape.step ?? (shape.isInteger ? 1 : rangeStep(min, max));
  const hasSlider = min !== undefined && max !== undefined && (max - min) / step <= mostSteps;
  const given = typeof value === 'number' || typeof value === 'string' ? value : undefined;
  const shown = given ?? (typeof fallback === 'number' ? fallback : undefined);
  const change = (text: string) => onChange(text === '' ? undefined : Number(text));
  return (
    <div class="number">
      {hasSlider && (
        <input
          type="range"
          aria-label={label}
          min={min}
          max={max}
          step={step}
          value={shown ?? min}
          data-unset={shown === undefined || undefined}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      <input
        id={id}
        type="number"
        class="input"
        inputMode={shape.isInteger ? 'numeric' : 'decimal'}
        aria-describedby={describedBy}
        min={min}
        max={max}
        step={shape.step ?? 'any'}
        value={given ?? ''}
        placeholder={typeof fallback === 'number' ? String(fallback) : t('web-any')}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

/** A step that is fine enough and has few digits. */
function rangeStep(min: number | undefined, max: number | undefined): number {
  if (min === undefined || max === undefined) return 1;
  return 10 ** Math.floor(Math.log10(Math.max((max - min) / 40, 1e-6)));
}
