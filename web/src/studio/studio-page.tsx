import { useEffect, useState } from 'preact/hooks';
import type { FieldView, FormView } from '../../../src/http/miniapp/contract.ts';
import { goInstead } from '../router.ts';
import { balance } from '../server/session.ts';
import { haptics } from '../telegram/actions.ts';
import { useClosingConfirmation, useMainButton } from '../telegram/buttons.ts';
import { Icon } from '../ui/icon.tsx';
import { Empty, Waiting } from '../ui/parts.tsx';
import { t } from '../words.ts';
import { Field } from './fields/field.tsx';
import { StudioHead } from './studio-head.tsx';
import { TopUp } from './top-up.tsx';
import { type Form, useForm } from './use-form.ts';
import { useOrder } from './use-order.ts';
import { usePlaces } from './use-places.ts';
import { Verdict } from './verdict.tsx';

/** The form of any model, drawn from what the server says about it. */
export function StudioPage({ modelId }: { modelId: string }) {
  const form = useForm(modelId);
  if (form.failure !== null) return <Empty icon="spark" title={t('web-no-model')} text={form.failure} />;
  if (form.view === null) return <Waiting rows={5} trouble={form.trouble} />;
  return <Studio form={form} view={form.view} />;
}

function Studio({ form, view }: { form: Form; view: FormView }) {
  const order = useOrder(form);
  const available = balance.use()?.available ?? 0;
  const [isAsked, setAsked] = useState(false);
  const [isTopUp, setTopUp] = useState(false);
  const price = view.price.kind === 'priced' ? view.price.credits : null;
  const free = view.price.kind === 'priced' ? view.price.free : undefined;
  const isShort = price !== null && price > available && free === undefined;

  async function start(): Promise<void> {
    const made = await order.place();
    if (made) goInstead('results', made.id);
  }

  function press(): void {
    if (view.next !== null || price === null) {
      setAsked(true);
      haptics.wrong();
      showField(view.next ?? view.problems[0]?.field ?? '');
    } else if (isShort) setTopUp(true);
    else void start();
  }

  useMainButton(
    isTopUp
      ? null
      : {
          text: buttonText(view, price, isShort),
          isActive: true,
          isBusy: order.isBusy || form.isStale,
          press,
        },
  );
  useClosingConfirmation(Object.keys(form.input).length > 0);
  const places = usePlaces(view.fields);
  const main = places.filter((field) => field.place === 'main' || field.required);
  const more = view.fields.filter((field) => field.place === 'more' && !field.required);
  return (
    <div class="studio">
      <StudioHead form={form} view={view} />
      <div class="fields">
        {main.map((field) => (
          <Field key={field.name} field={field} form={form} isAsked={isAsked} />
        ))}
        {more.length > 0 && <More fields={more} form={form} isAsked={isAsked} />}
      </div>
      <Verdict form={form} price={view.price} isAsked={isAsked} refusal={order.refusal} />
      {isTopUp && price !== null && (
        <TopUp
          price={price}
          onClose={() => setTopUp(false)}
          onPaid={() => {
            setTopUp(false);
            void start();
          }}
        />
      )}
    </div>
  );
}

function buttonText(view: FormView, price: number | null, isShort: boolean): string {
  if (view.next !== null)
    return t('web-fill-in', { field: view.fields.find(({ name }) => name === view.next)?.title ?? '' });
  if (price === null) return t('web-generate-unpriced');
  if (view.price.kind === 'priced' && view.price.free) return t('web-generate-free', view.price.free);
  return t(isShort ? 'web-top-up-to-generate' : 'web-generate', { price });
}

/** Brings a field into view and puts the cursor there. */
function showField(name: string): void {
  const field = document.getElementById(`field-${name}`);
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  field?.querySelector<HTMLElement>('textarea, input, button, select')?.focus({ preventScroll: true });
}

function More({ fields, form, isAsked }: { fields: FieldView[]; form: Form; isAsked: boolean }) {
  const isUsed = fields.some(({ name }) => form.input[name] !== undefined);
  const [isOpen, setOpen] = useState(isUsed);
  const isWrong = form.view?.problems.some(({ field }) => fields.some(({ name }) => name === field)) ?? false;
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <section class="more">
      <button type="button" class="more-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('web-more', { count: fields.length })}
        <Icon name="down" size={18} />
      </button>
      {isOpen &&
        fields.map((field) => <Field key={field.name} field={field} form={form} isAsked={isAsked} />)}
    </section>
  );
}
