import type { Draft } from '#generation';
import { type FormField, fields, type Model } from '#registry';
import type { BotContext } from '../context.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { awaitedField, type Forms } from './forms.ts';
import { homeScreen } from './start.ts';

export interface OpenForm {
  draft: Draft;
  model: Model;
  fields: readonly FormField[];
}

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations' | 'config'>;

/** Reads the form that a button was drawn for, and writes over exactly that revision. */
export function createOpenForms(services: Slice, forms: Forms) {
  const { registry, generations } = services;
  const { drafts } = generations;

  /** The form a button belongs to; undefined when the button is no longer true, which the person is shown. */
  async function openForm(
    ctx: BotContext,
    tap: { draft: string; revision: number },
  ): Promise<OpenForm | undefined> {
    const draft = await drafts.get(tap.draft, ctx.person.id);
    if (draft?.state === 'submitted') {
      ctx.toast(ctx.voice.plain('form-already-running'));
      return undefined;
    }
    const model = draft && registry.get(draft.modelId);
    if (draft?.state !== 'open' || !model) {
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await ctx.show(await homeScreen(ctx, services));
      return undefined;
    }
    if (draft.revision !== tap.revision) {
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await forms.show(ctx, draft);
      return undefined;
    }
    return { draft, model, fields: fields(model, draft.input) };
  }

  async function openField(
    ctx: BotContext,
    tap: { draft: string; revision: number; field: string },
  ): Promise<(OpenForm & { field: FormField }) | undefined> {
    const form = await openForm(ctx, tap);
    const field = form && byShortCode(form.fields, tap.field, ({ name }) => name);
    if (form && !field) {
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await forms.show(ctx, form.draft);
    }
    return form && field ? { ...form, field } : undefined;
  }

  /** Writes a change over the revision that was tapped, then shows what became of it. */
  async function change(
    ctx: BotContext,
    { draft, model }: OpenForm,
    input: Record<string, unknown>,
    view: 'main' | 'more',
  ): Promise<void> {
    const changed = await drafts.change(draft.id, draft.revision, {
      input,
      awaiting: awaitedField(model, input),
    });
    const now = changed ?? (await drafts.get(draft.id, ctx.person.id));
    if (!changed) ctx.toast(ctx.voice.plain('menu-outdated'));
    if (now) await forms.show(ctx, now, { view });
  }

  /** The draft awaiting this field; null when somebody was faster. */
  async function awaiting(draft: Draft, field: string | null): Promise<Draft | null> {
    if (draft.awaiting === field) return draft;
    return drafts.change(draft.id, draft.revision, { awaiting: field });
  }

  /** The same field after a change. */
  function reread<F extends OpenForm & { field: FormField }>(form: F, draft: Draft): F | null {
    const now = fields(form.model, draft.input);
    const field = now.find(({ name }) => name === form.field.name);
    return field ? { ...form, draft, fields: now, field } : null;
  }

  return { openForm, openField, change, awaiting, reread };
}
