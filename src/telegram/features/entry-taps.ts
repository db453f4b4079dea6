import { mediaOf, newEntry } from '#forms';
import type { FormField } from '#registry';
import type { BotContext, TapHandlers } from '../context.ts';
import { entriesOf, entrySchema, partField, withEntries, withPart, writePlace } from '../entries.ts';
import { entriesScreen, entryScreen } from '../render/entries.ts';
import { choicesOf, fieldScreen } from '../render/field.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import type { Forms } from './forms.ts';
import { createOpenForms, type OpenForm } from './open-form.ts';

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations' | 'config'>;
type EntryTaps = 'entry' | 'entry-add' | 'entry-drop' | 'part' | 'part-choose' | 'part-clear';
type FieldForm = OpenForm & { field: FormField };

/** The buttons of lists of objects: lines of a dialogue, shots, speakers. */
export function entryTaps(services: Slice, forms: Forms): Pick<TapHandlers, EntryTaps> {
  const { drafts } = services.generations;
  const { openField, awaiting, reread } = createOpenForms(services, forms);

  /** Writes the field's value over the tapped revision; the form as it is then, shown by `screen`. */
  async function write(
    ctx: BotContext,
    form: FieldForm,
    value: unknown,
    show: (form: FieldForm) => Promise<void>,
  ): Promise<void> {
    const { [form.field.name]: _former, ...rest } = form.draft.input;
    const input = value === undefined ? rest : { ...rest, [form.field.name]: value };
    const changed = await drafts.change(form.draft.id, form.draft.revision, {
      input,
      awaiting: form.field.name,
    });
    const now = changed && reread(form, changed);
    if (now) return show(now);
    ctx.toast(ctx.voice.plain('menu-outdated'));
    const left = await drafts.get(form.draft.id, ctx.person.id);
    if (left) await forms.show(ctx, left);
  }

  const showList = (ctx: BotContext) => async (form: FieldForm) => {
    await ctx.show(
      entrySchema(form.field) ? entriesScreen(ctx.voice, form) : fieldScreen(ctx.voice, { ...form, page: 0 }),
    );
  };
  const showEntry = (ctx: BotContext, index: number) => async (form: FieldForm) => {
    await ctx.show(entryScreen(ctx.voice, { ...form, index }));
  };

  async function openPart(
    ctx: BotContext,
    tap: { draft: string; revision: number; field: string; index: number; part: string },
  ): Promise<{ form: FieldForm; part: FormField } | undefined> {
    const form = await openField(ctx, tap);
    const names = Object.keys((form && entrySchema(form.field)?.properties) ?? {});
    const name = byShortCode(names, tap.part, (each) => each);
    const part = form && name !== undefined ? partField(form.field, tap.index, name) : undefined;
    if (form && part && entriesOf(form.field)[tap.index]) return { form, part };
    if (form) {
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await forms.show(ctx, form.draft);
    }
    return undefined;
  }

  return {
    async entry(ctx, tap) {
      const form = await openField(ctx, tap);
      if (!form) return;
      if (entriesOf(form.field)[tap.index]) await showEntry(ctx, tap.index)(form);
      else await showList(ctx)(form);
    },

    async 'entry-add'(ctx, tap) {
      const form = await openField(ctx, tap);
      const schema = form && entrySchema(form.field);
      if (!form || !schema) return;
      const entries = [...entriesOf(form.field), newEntry(schema)];
      await write(ctx, form, withEntries(form.field, entries), showEntry(ctx, entries.length - 1));
    },

    async 'entry-drop'(ctx, tap) {
      const form = await openField(ctx, tap);
      if (!form) return;
      const { value } = form.field;
      const left = (Array.isArray(value) ? value : []).filter((_entry, index) => index !== tap.index);
      await write(ctx, form, left.length > 0 ? left : undefined, showList(ctx));
    },

    async part(ctx, tap) {
      const opened = await openPart(ctx, tap);
      if (!opened) return;
      const { form, part } = opened;
      const place = writePlace({ field: form.field.name, index: tap.index, part: part.name });
      const isTapped = part.choices.length > 0 && !mediaOf(part.field);
      const draft = await awaiting(form.draft, isTapped ? form.field.name : place);
      if (!draft) return ctx.toast(ctx.voice.plain('menu-outdated'));
      const within = { field: form.field.name, index: tap.index };
      await ctx.show(fieldScreen(ctx.voice, { ...form, draft, field: part, page: tap.page, within }));
    },

    async 'part-choose'(ctx, tap) {
      const opened = await openPart(ctx, tap);
      const choice = opened && byShortCode(choicesOf(opened.part), tap.value, ({ value }) => String(value));
      if (!opened || !choice) return;
      const { form, part } = opened;
      const place = { index: tap.index, part: part.name };
      await write(ctx, form, withPart(form.field, place, choice.value), showEntry(ctx, tap.index));
    },

    async 'part-clear'(ctx, tap) {
      const opened = await openPart(ctx, tap);
      if (!opened) return;
      const { form, part } = opened;
      const place = { index: tap.index, part: part.name };
      await write(ctx, form, withPart(form.field, place, undefined), showEntry(ctx, tap.index));
    },
  };
}
