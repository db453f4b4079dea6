import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileView, FormView, Input } from '../../../src/http/miniapp/contract.ts';
import { CallError, call } from '../server/call.ts';
import { balance } from '../server/session.ts';
import { keepDraft, readDraft } from './drafts.ts';

/** A form that a person fills in; the server says what applies, what is wrong and what it costs. */
export interface Form {
  modelId: string;
  input: Input;
  files: Record<string, FileView>;
  /** Null until the server has answered first. */
  view: FormView | null;
  /** True while the view is of an older input. */
  isStale: boolean;
  /** Why there is no form. */
  failure: string | null;
  /** Sets a field, or takes it away with undefined. */
  set(name: string, value: unknown): void;
  /** Tells what stands behind a reference. */
  know(ref: string, file: FileView): void;
  reload(): void;
}

/** Typing pauses for so long before the price is asked for again. */
const pauseMs = 200;

export function useForm(modelId: string): Form {
  const [draft, setDraft] = useState(() => readDraft(modelId));
  const [view, setView] = useState<FormView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [answered, setAnswered] = useState<Input | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef(0);

  useEffect(() => {
    keepDraft(modelId, draft);
    const mine = ++newest.current;
    const timer = setTimeout(
      async () => {
        try {
          const next = await call<FormView>('/form', { body: { modelId, input: draft.input } });
          if (mine !== newest.current) return;
          setView(next);
          setAnswered(draft.input);
          balance.set((now) => ({ ...now, available: next.available }));
        } catch (error) {
          if (error instanceof CallError) setFailure(error.message);
        }
      },
      view === null ? 0 : pauseMs,
    );
    return () => clearTimeout(timer);
  }, [draft.input, modelId, round]);

  return {
    modelId,
    ...draft,
    view,
    isStale: answered !== draft.input,
    failure,
    set: (name, value) =>
      setDraft((now) => {
        const { [name]: _former, ...others } = now.input;
        return { ...now, input: value === undefined ? others : { ...others, [name]: value } };
      }),
    know: (ref, file) => setDraft((now) => ({ ...now, files: { ...now.files, [ref]: file } })),
    reload: () => setRound((now) => now + 1),
  };
}
