import type { Person } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { person } from '../server/session.ts';
import { toast } from '../ui/toast.tsx';
import { t } from '../words.ts';

/** Shown at once; taken back when the server did not take it. */
export async function toggleFavourite(id: string): Promise<void> {
  const before = person.get();
  const isIn = before.favourites.includes(id);
  const favourites = isIn ? before.favourites.filter((it) => it !== id) : [...before.favourites, id];
  person.set({ ...before, favourites });
  try {
    person.set(await call<Person>('/favourites', { method: 'PUT', body: { modelId: id, on: !isIn } }));
  } catch {
    person.set(before);
    toast(t('web-not-saved'));
  }
}
