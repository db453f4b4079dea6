import type { ComponentChildren } from 'preact';
import { number, t } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';

/** Credits, written the same way everywhere; a place for them while their number is on its way. */
export function Credits({ count }: { count: number | undefined }) {
  return (
    <span class="credits">
      <Icon name="gem" size={15} />
      {count === undefined ? '…' : number(count)}
    </span>
  );
}

/** What a page without content says, and what to do about it. */
export function Empty({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} size={34} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Grey places of what is on its way, and a sentence where it does not come. */
export function Waiting({ rows = 6, trouble = null }: { rows?: number; trouble?: string | null }) {
  return (
    <div class="waiting" role="status" aria-label={t('web-loading')}>
      {trouble !== null && <p class="trouble">{trouble}</p>}
      {Array.from({ length: rows }, (_, row) => (
        <div class="waiting-row" key={row} />
      ))}
    </div>
  );
}

/** One of a few: a row of chips of which one is on. */
export function Chips<T extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  label: string;
  options: { value: T; label: string }[];
  value: T;
  onChoose(value: T): void;
}) {
  return (
    <fieldset class="chips">
      <legend class="hidden">{label}</legend>
      {options.map((option) => (
        <button
          type="button"
          class="chip"
          key={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
