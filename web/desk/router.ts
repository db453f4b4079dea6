import { createStore } from '../src/store.ts';

const base = '/operator/';
const place = createStore<readonly string[]>(read());
addEventListener('popstate', () => place.set(read()));

function read(): string[] {
  return location.pathname.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent);
}

/** The parts of the address behind /operator/. */
export function usePlace(): readonly string[] {
  return place.use();
}

export function href(...parts: (string | number)[]): string {
  return base + parts.map((part) => encodeURIComponent(part)).join('/');
}

/** To another page, as if a link had been followed. */
export function goTo(...parts: (string | number)[]): void {
  visit(href(...parts));
}

/** A link that does not load the page anew; what opens another tab stays what it is. */
export function go(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.currentTarget instanceof HTMLAnchorElement))
    return;
  event.preventDefault();
  visit(event.currentTarget.href);
}

function visit(address: string): void {
  history.pushState(null, '', address);
  place.set(read());
  scrollTo(0, 0);
}
