import type { Model } from '#registry';

const newForMs = 30 * 24 * 3_600_000;

/** Whether a model has been offered for less than 30 days; the chat's 🆕 and the page's shelf mean the same. */
export function isNew({ since }: Pick<Model, 'since'>, now: Date): boolean {
  if (since === undefined) return false;
  const age = now.getTime() - Date.parse(since);
  return age >= 0 && age < newForMs;
}
