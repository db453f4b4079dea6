import { useEffect, useState } from 'preact/hooks';
import type { FormRequest, NewForm, PresetView } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { keepAsking, troubleWith } from '../server/keep-asking.ts';
import { haptics } from '../telegram/actions.ts';
import { toast } from '../ui/toast.tsx';

export interface Presets {
  /** Null until they are known. */
  all: readonly PresetView[] | null;
  trouble: string | null;
  /** Keeps a form; the same name is the same preset. */
  keep(name: string, form: FormRequest): Promise<boolean>;
  rename(id: string, name: string): Promise<boolean>;
  drop(id: string): Promise<boolean>;
  open(id: string, fill: (form: NewForm) => void): Promise<boolean>;
}

/** A person's forms kept under a name. What the server refuses is told, answers false and changes nothing. */
export function usePresets(): Presets {
  const [all, setAll] = useState<readonly PresetView[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    keepAsking(() => call<PresetView[]>('/presets'), setTrouble, gone.signal).then(setAll, (error) =>
      setTrouble(troubleWith(error)),
    );
    return () => gone.abort();
  }, []);

  return {
    all,
    trouble,
    keep: (name, { modelId, input }) =>
      attempt(async () => {
        const kept = await call<PresetView>('/presets', { body: { name, modelId, input } });
        setAll((now) => [kept, ...(now ?? []).filter(({ id }) => id !== kept.id)]);
      }),
    rename: (id, name) =>
      attempt(async () => {
        const renamed = await call<PresetView>(`/presets/${id}`, { method: 'PUT', body: { name } });
        setAll((now) => now?.map((it) => (it.id === id ? renamed : it)) ?? null);
      }),
    drop: (id) =>
      attempt(async () => {
        await call(`/presets/${id}`, { method: 'DELETE' });
        setAll((now) => now?.filter((it) => it.id !== id) ?? null);
      }),
    open: (id, fill) => attempt(async () => fill(await call<NewForm>(`/presets/${id}`))),
  };
}

async function attempt(deed: () => Promise<void>): Promise<boolean> {
  try {
    await deed();
    haptics.done();
    return true;
  } catch (error) {
    haptics.wrong();
    toast(troubleWith(error));
    return false;
  }
}
