/** A value as JSON carries it: dates as ISO 8601. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

/** For the compiler alone: JSON makes it so. */
export function wire<T>(value: T): Wire<T> {
  return value as unknown as Wire<T>;
}
