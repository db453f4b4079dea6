import { createStore } from './store.ts';

const base = '/app/';

/** Where the person is: the parts of the address behind /app/. */
const place = createStore<readonly string[]>(read());

/** How many steps lead back inside of the app. */
let depth = 0;

addEventListener('popstate', () => {
  depth = Number(history.state?.depth ?? 0);
  place.set(read());
});

function read(): string[] {
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
  return path.split('/').filter(Boolean).map(decodeURIComponent);
}

export function usePlace(): readonly string[] {
  return place.use();
}

/** Goes to a page, e.g. `go('make', 'z-image')`; tabs take the place of the page instead of coming after it. */
export function go(...parts: string[]): void {
  move(parts, 'pushState', depth + 1);
}

export function goInstead(...parts: string[]): void {
  move(parts, 'replaceState', depth);
}

export function back(): void {
  if (depth > 0) history.back();
  else goInstead();
}

export function href(...parts: string[]): string {
  return base + parts.map(encodeURIComponent).join('/');
}

function move(parts: string[], how: 'pushState' | 'replaceState', to: number): void {
  depth = to;
  history[how]({ depth }, '', href(...parts));
  place.set(parts);
  scrollTo(0, 0);
}
