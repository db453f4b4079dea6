import { useEffect, useRef } from 'preact/hooks';
import { number } from '../../words.ts';
import type { ControlProps } from './value-control.tsx';

const shortLength = 80;

/** A text: one line where it can only be short, else a field that grows with what is written. */
export function TextControl({
  id,
  shape,
  value,
  fallback,
  describedBy,
  isPrompt = false,
  onChange,
}: ControlProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typeof value === 'string' ? value : '';
  useEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [text]);
  const common = {
    id,
    value: text,
    'aria-describedby': describedBy,
    placeholder: typeof fallback === 'string' ? fallback : undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  };
  const isShort = !isPrompt && shape.maxLength !== undefined && shape.maxLength <= shortLength;
  const { maxLength } = shape;
  const left = maxLength === undefined ? null : maxLength - [...text].length;
  return (
    <>
      {isShort ? (
        <input type="text" class="input" autocomplete="off" {...common} />
      ) : (
        <textarea
          ref={area}
          class={isPrompt ? 'input prompt' : 'input'}
          rows={isPrompt ? 4 : 2}
          {...common}
        />
      )}
      {left !== null && maxLength !== undefined && left < maxLength * 0.15 && (
        <span class={left < 0 ? 'count over' : 'count'}>{number(left)}</span>
      )}
    </>
  );
}
