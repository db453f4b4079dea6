/** What the operators decide about selling. An object never changes: other terms are another object. */
export interface Terms {
  /** Credits per kie credit, > 0. */
  readonly markup: number;
  /** Ids of models that are not sold for now, whatever the registry says. */
  readonly switchedOff: ReadonlySet<string>;
}

/** What follows from the terms in force, made anew only once they have changed. */
export function underTerms<T>(terms: () => Terms, make: (terms: Terms) => T): () => T {
  let made: { of: Terms; value: T } | undefined;
  return () => {
    const now = terms();
    if (made?.of !== now) made = { of: now, value: make(now) };
    return made.value;
  };
}
