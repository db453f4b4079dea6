import { createStore } from '../store.ts';

const shown = createStore<{ text: string; id: number } | null>(null);
const lastsMs = 4000;

/** A sentence that passes by. */
export function toast(text: string): void {
  const id = (shown.get()?.id ?? 0) + 1;
  shown.set({ text, id });
  setTimeout(() => shown.get()?.id === id && shown.set(null), lastsMs);
}

export function Toasts() {
  const now = shown.use();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {now && (
        <div class="toast" key={now.id}>
          {now.text}
        </div>
      )}
    </div>
  );
}
