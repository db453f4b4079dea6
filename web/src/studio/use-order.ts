import { useRef, useState } from 'preact/hooks';
import type { GenerationView } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { remember } from '../server/events.ts';
import { troubleWith } from '../server/keep-asking.ts';
import { haptics } from '../telegram/actions.ts';
import { forgetDraft } from './drafts.ts';
import type { Form } from './use-form.ts';

export interface Order {
  isBusy: boolean;
  /** Why it was not taken, in a sentence. */
  refusal: string | null;
  /** Orders what the form says; resolves to what is being made, or null when it was refused. */
  place(): Promise<GenerationView | null>;
}

/** One press is one wish: pressing again after a cut line asks for the same wish, not for a second one. */
export function useOrder(form: Form): Order {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const wish = useRef({ key: '', of: '' });

  async function place(): Promise<GenerationView | null> {
    const price = form.view?.price;
    if (price?.kind !== 'priced' || isBusy) return null;
    const { credits, free } = price;
    const asked = { modelId: form.modelId, input: form.input, credits, ...(free ? { free: true } : {}) };
    const of = JSON.stringify(asked);
    if (wish.current.of !== of) wish.current = { key: crypto.randomUUID(), of };
    setBusy(true);
    setRefusal(null);
    try {
      const made = await call<GenerationView>('/generations', { body: { ...asked, key: wish.current.key } });
      wish.current = { key: '', of: '' };
      forgetDraft(form.modelId);
      haptics.done();
      remember(made);
      return made;
    } catch (error) {
      haptics.wrong();
      setRefusal(troubleWith(error));
      form.reload();
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, refusal, place };
}
