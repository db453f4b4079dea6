import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const gap = 4;
/** Rows beyond the screen that are there already, so that nobody sees them come. */
const spareRows = 3;

interface Props<T> {
  items: readonly T[];
  /** False when there are more than these. */
  isComplete: boolean;
  keyOf(item: T): string;
  draw(item: T): ComponentChildren;
  /** Told which is the last that is drawn. */
  onReach(index: number): void;
}

interface View {
  columns: number;
  side: number;
  first: number;
  rows: number;
}

/** A grid of squares of which only those near the screen exist, however many there are. */
export function Gallery<T extends object>({ items, isComplete, keyOf, draw, onReach }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [view, setView] = useState<View>({ columns: 1, side: 0, first: 0, rows: 0 });

  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      if (list.current) setView((now) => keepIfSame(now, viewOf(list.current as HTMLUListElement)));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    const resized = new ResizeObserver(soon);
    if (list.current) resized.observe(list.current);
    addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      removeEventListener('scroll', soon);
    };
  }, []);

  const { columns, side, first, rows } = view;
  const cells = useRef(new WeakMap<object, { place: string; cell: VNode }>());
  const from = first * columns;
  const drawn = items.slice(from, from + rows * columns);
  useEffect(() => onReach(from + drawn.length), [from + drawn.length, items]);
  const height = Math.ceil(items.length / columns) * (side + gap);

  /** The same cell as before while its place is the same: then scrolling draws only what comes into sight. */
  function cellOf(item: T, index: number): VNode {
    const size = isComplete ? items.length : -1;
    const place = `${index} ${columns} ${side} ${size}`;
    const known = cells.current.get(item);
    if (known?.place === place) return known.cell;
    const left = (index % columns) * (side + gap);
    const top = Math.floor(index / columns) * (side + gap);
    const at = { width: `${side}px`, height: `${side}px`, transform: `translate(${left}px, ${top}px)` };
    const cell = (
      <li key={keyOf(item)} style={at} aria-posinset={index + 1} aria-setsize={size}>
        {draw(item)}
      </li>
    );
    cells.current.set(item, { place, cell });
    return cell;
  }

  /** Arrows lead from square to square. */
  function walk(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
    };
    const step = steps[event.key];
    const here = (event.target as Element).closest('li')?.ariaPosInSet;
    if (step === undefined || !here) return;
    event.preventDefault();
    const next = list.current?.querySelector(`[aria-posinset="${Number(here) + step}"] button`);
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <ul ref={list} class="window" style={{ height: `${height}px` }} onKeyDown={walk}>
      {drawn.map((item, index) => cellOf(item, from + index))}
    </ul>
  );
}

function viewOf(list: HTMLElement): View {
  const { top, width } = list.getBoundingClientRect();
  const smallest = innerWidth < 720 ? 108 : 160;
  const columns = Math.max(1, Math.floor((width + gap) / (smallest + gap)));
  const side = (width - gap * (columns - 1)) / columns;
  const first = Math.max(0, Math.floor(-top / (side + gap)) - spareRows);
  const rows = Math.ceil(innerHeight / (side + gap)) + 2 * spareRows + 1;
  return { columns, side, first, rows };
}

function keepIfSame(now: View, next: View): View {
  const isSame = (Object.keys(next) as (keyof View)[]).every((key) => now[key] === next[key]);
  return isSame ? now : next;
}
