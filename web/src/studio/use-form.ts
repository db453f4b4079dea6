import { useEffect, useState } from 'preact/hooks';
import type { FileView, FormView, Input } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { keepAsking, troubleWith } from '../server/keep-asking.ts';
import { balance } from '../server/session.ts';
import { type Draft, forgetDraft, keepDraft, readDraft } from './drafts.ts';

/** A form that a person fills in; the server says what applies, what is wrong and what it costs. */
export interface Form {
  modelId: string;
  input: Input;
  files: Record<string, FileView>;
  /** Null until the server has answered first. */
  view: FormView | null;
  /** True while the view is of an older input. */
  isStale: boolean;
  /** What keeps the server's answer from coming; it is asked on. */
  trouble: string | null;
  /** Why there is no form. */
  failure: string | null;
  /** Sets a field, or takes it away with undefined. */
  set(name: string, value: unknown): void;
  /** Takes the place of everything that is filled in. */
  fill(input: Input): void;
  /** Begins anew, with the settings of the last time. */
  startOver(): void;
  /** Tells what stands behind a reference. */
  know(ref: string, file: FileView): void;
  reload(): void;
}

/** Typing pauses for so long before the price is asked for again. */
const pauseMs = 200;
const blank: Draft = { input: {}, files: {} };

export function useForm(modelId: string): Form {
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(modelId));
  const [view, setView] = useState<FormView | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [answered, setAnswered] = useState<Input | null>(null);
  const [round, setRound] = useState(0);
  const input = draft?.input;

  useEffect(() => {
    if (input !== undefined && input === answered) return;
    if (input !== undefined) keepDraft(modelId, { input });
    const gone = new AbortController();
    const body = input === undefined ? { modelId } : { modelId, input };
    const ask = async () => {
      try {
        const next = await keepAsking(() => call<FormView>('/form', { body }), tell, gone.signal);
        if (gone.signal.aborted) return;
        const begun = input ?? next.input ?? {};
        setView(next);
        setAnswered(begun);
        setDraft((now) => ({ input: now?.input ?? begun, files: { ...now?.files, ...next.files } }));
        balance.set((now) => ({ held: 0, ...now, available: next.available }));
      } catch (error) {
        if (!gone.signal.aborted) setFailure(troubleWith(error));
      }
    };
    const tell = (sentence: string | null) => !gone.signal.aborted && setTrouble(sentence);
    const timer = setTimeout(() => void ask(), view === null ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [input, modelId, round]);

  const change = (make: (now: Draft) => Draft) => setDraft((now) => make(now ?? blank));
  return {
    modelId,
    ...(draft ?? blank),
    view,
    isStale: answered !== input,
    trouble,
    failure,
    set: (name, value) =>
      change((now) => {
        const { [name]: _former, ...others } = now.input;
        return { ...now, input: value === undefined ? others : { ...others, [name]: value } };
      }),
    fill: (next) => change((now) => ({ ...now, input: next })),
    startOver() {
      forgetDraft(modelId);
      setDraft(null);
    },
    know: (ref, file) => change((now) => ({ ...now, files: { ...now.files, [ref]: file } })),
    reload() {
      setAnswered(null);
      setRound((now) => now + 1);
    },
  };
}
