import type { Shape } from '../../../../src/http/miniapp/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { t } from '../../words.ts';
import { mistakesAt } from '../mistakes.ts';
import { Problems } from '../problems.tsx';
import { ObjectControl } from './object-control.tsx';
import { type ControlProps, ValueControl } from './value-control.tsx';

/** Several values: shots, lines of a dialogue, colours. Each can be taken away and moved. */
export function ListControl(props: ControlProps) {
  const { id, label, shape, value, path, onChange } = props;
  const entries = Array.isArray(value) ? (value as unknown[]) : [];
  const items: Shape = shape.items ?? { control: 'text', choices: [] };
  const isFull = shape.maxItems !== undefined && entries.length >= shape.maxItems;
  const wrongAt = (index: number) => mistakesAt(props.form, `${path}[${index}]`, props.isAsked);
  const change = (next: unknown[]) => onChange(next.length === 0 ? undefined : next);
  const replace = (index: number, entry: unknown) =>
    change(entries.map((old, at) => (at === index ? entry : old)));
  return (
    <div class="list">
      {entries.map((entry, index) => (
        <div class="entry" key={index} data-wrong={wrongAt(index).length > 0 || undefined}>
          <div class="entry-head">
            <span>{index + 1}</span>
            {index > 0 && (
              <button
                type="button"
                class="round small up"
                aria-label={t('web-move-up', { number: index + 1 })}
                onClick={() => change(swapped(entries, index))}
              >
                <Icon name="down" size={16} />
              </button>
            )}
            {index < entries.length - 1 && (
              <button
                type="button"
                class="round small"
                aria-label={t('web-move-down', { number: index + 1 })}
                onClick={() => change(swapped(entries, index + 1))}
              >
                <Icon name="down" size={16} />
              </button>
            )}
            <button
              type="button"
              class="round small"
              aria-label={t('web-remove-entry', { number: index + 1 })}
              onClick={() => change(entries.filter((_, at) => at !== index))}
            >
              <Icon name="trash" size={16} />
            </button>
          </div>
          {items.control === 'object' ? (
            <ObjectControl
              {...props}
              id={`${id}-${index}`}
              shape={items}
              value={entry}
              path={`${path}[${index}]`}
              onChange={(next) => replace(index, next)}
            />
          ) : items.control === 'list' ? (
            <NumbersControl
              {...props}
              id={`${id}-${index}`}
              value={entry}
              onChange={(next) => replace(index, next)}
            />
          ) : (
            <ValueControl
              {...props}
              id={`${id}-${index}`}
              label={`${label} ${index + 1}`}
              shape={items}
              value={entry}
              path={`${path}[${index}]`}
              onChange={(next) => replace(index, next ?? '')}
            />
          )}
          <Problems problems={wrongAt(index)} />
        </div>
      ))}
      <button
        type="button"
        id={id}
        class="add"
        aria-label={`${t('web-add')}: ${label}`}
        disabled={isFull}
        onClick={() => change([...entries, shape.newEntry ?? blankOf(items)])}
      >
        <Icon name="plus" size={18} />
        {t('web-add')}
      </button>
    </div>
  );
}

function blankOf(shape: Shape): unknown {
  if (shape.control === 'object') return {};
  if (shape.control === 'list') return [];
  return shape.control === 'number' ? (shape.min ?? 0) : (shape.choices[0]?.value ?? '');
}

function swapped(entries: unknown[], index: number): unknown[] {
  const next = [...entries];
  [next[index - 1], next[index]] = [next[index], next[index - 1]];
  return next;
}

/** Numbers that belong together, such as the corners of a box, in one line; several such rows where a list holds lists. */
function NumbersControl({ id, shape, value, label, onChange }: ControlProps) {
  const isTable = shape.items?.items?.control === 'list';
  const rows = isTable ? (Array.isArray(value) ? (value as unknown[]) : []) : [value];
  const text = rows.map((row) => (Array.isArray(row) ? row.join(', ') : '')).join('\n');
  const read = (written: string) => {
    const read = written
      .split('\n')
      .map(numbersIn)
      .filter((row) => row.length > 0);
    onChange(isTable ? read : (read[0] ?? []));
  };
  return (
    <textarea
      id={id}
      class="input"
      rows={isTable ? 2 : 1}
      aria-label={label}
      placeholder="0, 0, 512, 512"
      defaultValue={text}
      onChange={(event) => read(event.currentTarget.value)}
    />
  );
}

function numbersIn(line: string): number[] {
  return line
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
    .filter(Number.isFinite);
}
