import type { GenerationPage, GenerationView } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { createStore } from '../store.ts';

export const kinds = ['all', 'image', 'video', 'audio'] as const;
export type Kind = (typeof kinds)[number];

interface Pages {
  kind: Kind;
  /** What the prompts have to say; empty for all. */
  words: string;
  /** Null until the first page is there. */
  items: readonly GenerationView[] | null;
  more: boolean;
}

/** What the gallery has read so far, newest first; kept while a result is looked at, so that the way back leads to the same place. */
export const pages = createStore<Pages>({ kind: 'all', words: '', items: null, more: false });

/** How far down the person was when they opened a result. */
export const place = { scroll: 0 };

let asking: Promise<void> | null = null;

/** Turns to results of another kind, or of other words. */
export function show(wanted: Partial<Pick<Pages, 'kind' | 'words'>>): void {
  place.scroll = 0;
  pages.set((now) => ({ ...now, ...wanted, items: null, more: false }));
}

/** Reads the next page; one at a time. */
export function readOn(): void {
  const { items, more } = pages.get();
  const last = items?.at(-1);
  if (asking || !more || !last) return;
  asking = read(last.id)
    .catch(() => undefined)
    .finally(() => {
      asking = null;
    });
}

/** Reads the newest page again: what is new comes before what is known. */
export function readNewest(): void {
  read(undefined).catch(() => pages.set((now) => ({ ...now, items: now.items ?? [] })));
}

export function dropFromPages(id: string): void {
  pages.set((now) => ({ ...now, items: now.items?.filter((it) => it.id !== id) ?? null }));
}

async function read(before: string | undefined): Promise<void> {
  const { kind, words } = pages.get();
  const query = new URLSearchParams({
    ...(before === undefined ? {} : { before }),
    ...(kind === 'all' ? {} : { kind }),
    ...(words === '' ? {} : { words }),
  });
  const page = await call<GenerationPage>(`/generations?${query}`);
  pages.set((now) => {
    if (now.kind !== kind || now.words !== words) return now;
    const known = now.items ?? [];
    if (before !== undefined) return { ...now, items: [...known, ...page.items], more: page.more };
    const ids = new Set(page.items.map(({ id }) => id));
    const older = known.some(({ id }) => ids.has(id)) ? known.filter(({ id }) => !ids.has(id)) : null;
    return { ...now, items: [...page.items, ...(older ?? [])], more: older ? now.more : page.more };
  });
}
