import { useEffect, useState } from 'preact/hooks';

/** A value that components follow. */
export interface Store<T> {
  get(): T;
  set(next: T | ((now: T) => T)): void;
  /** The value now; the component is drawn anew when it changes. */
  use(): T;
  follow(listener: (value: T) => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  const store: Store<T> = {
    get: () => value,
    set(next) {
      value = typeof next === 'function' ? (next as (now: T) => T)(value) : next;
      for (const listener of [...listeners]) listener(value);
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    use() {
      const [now, setNow] = useState(value);
      useEffect(() => {
        setNow(() => value);
        return store.follow((next) => setNow(() => next));
      }, []);
      return now;
    },
  };
  return store;
}
