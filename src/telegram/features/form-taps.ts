import { carryOver } from '#forms';
import type { Draft } from '#generation';
import { changeSettings } from '#people';
import { isAppError } from '#platform';
import { effectiveValue } from '#registry';
import type { BotContext, TapHandlers } from '../context.ts';
import { entrySchema } from '../entries.ts';
import { isGroup } from '../place.ts';
import { entriesScreen } from '../render/entries.ts';
import { choicesOf, fieldScreen, isOnlyTapped } from '../render/field.ts';
import { otherModelsScreen } from '../render/other-models.ts';
import { shortageOf, shortScreen } from '../render/packs.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { removeMessage } from '../status-board.ts';
import { confirm } from './confirm.ts';
import { awaitedField, type Forms } from './forms.ts';
import { createOpenForms } from './open-form.ts';
import { askPresetName } from './presets.ts';

type Slice = Pick<
  Services,
  | 'database'
  | 'registry'
  | 'catalogue'
  | 'codes'
  | 'generations'
  | 'messenger'
  | 'config'
  | 'log'
  | 'rowFacts'
>;

type FormTaps =
  | 'draft'
  | 'field'
  | 'choose'
  | 'toggle'
  | 'clear'
  | 'other-models'
  | 'change-model'
  | 'generate'
  | 'generate-free'
  | 'cancel-draft'
  | 'favourite'
  | 'save-preset';

/** The buttons of a form. Each was drawn for one revision of one person's draft and works for that alone. */
export function formTaps(services: Slice, forms: Forms): Pick<TapHandlers, FormTaps> {
  const { registry, catalogue, codes, generations, config, rowFacts } = services;
  const { drafts } = generations;
  const { openForm, openField, change, awaiting } = createOpenForms(services, forms);

  return {
    async draft(ctx, tap) {
      const form = await openForm(ctx, tap);
      if (!form) return;
      // Back from a field: the next message is no longer its value.
      const draft = await awaiting(form.draft, awaitedField(form.model, form.draft.input));
      await forms.show(ctx, draft ?? form.draft, { view: tap.view });
    },

    async field(ctx, tap) {
      const form = await openField(ctx, tap);
      if (!form) return;
      const { field, model } = form;
      const draft = await awaiting(form.draft, isOnlyTapped(field) ? form.draft.awaiting : field.name);
      const view = draft && { model, draft, field, page: tap.page };
      if (view) {
        await ctx.show(entrySchema(field) ? entriesScreen(ctx.voice, view) : fieldScreen(ctx.voice, view));
      } else ctx.toast(ctx.voice.plain('menu-outdated'));
    },

    async choose(ctx, tap) {
      const form = await openField(ctx, tap);
      const choice = form && byShortCode(choicesOf(form.field), tap.value, ({ value }) => String(value));
      if (!form || !choice) return;
      await change(ctx, form, { ...form.draft.input, [form.field.name]: choice.value }, form.field.place);
    },

    async toggle(ctx, tap) {
      const form = await openField(ctx, tap);
      if (!form) return;
      const on = effectiveValue(form.model, form.draft.input, form.field.name) === true;
      await change(ctx, form, { ...form.draft.input, [form.field.name]: !on }, tap.view);
    },

    async clear(ctx, tap) {
      const form = await openField(ctx, tap);
      if (!form) return;
      const { [form.field.name]: _cleared, ...input } = form.draft.input;
      await change(ctx, form, input, form.field.place);
    },

    async 'other-models'(ctx, tap) {
      const form = await openForm(ctx, tap);
      if (!form) return;
      await rowFacts.refresh();
      const rows = catalogue.rows(form.model.model_type);
      await ctx.show(otherModelsScreen(ctx.voice, { ...form, rows, page: tap.page, facts: rowFacts }));
    },

    async 'change-model'(ctx, tap) {
      const form = await openForm(ctx, tap);
      const model = codes.modelOf(tap.model);
      if (!form) return;
      if (!model || !catalogue.isOffered(model)) {
        ctx.toast(ctx.voice.plain('error-model-unavailable'), { alert: true });
        return;
      }
      const input = carryOver(form.model, model, form.draft.input);
      const awaiting = awaitedField(model, input);
      const draft = await drafts.change(form.draft.id, form.draft.revision, {
        modelId: model.id,
        input,
        awaiting,
      });
      if (draft) await forms.show(ctx, draft);
    },

    generate: (ctx, tap) => order(ctx, tap, {}),
    'generate-free': (ctx, tap) => order(ctx, tap, { free: true }),

    async favourite(ctx, tap) {
      const form = await openForm(ctx, tap);
      if (!form) return;
      const { id } = form.model;
      ctx.person.settings = await services.database.transaction((trx) =>
        changeSettings(trx, ctx.person.id, ({ favourites = [], ...settings }) => ({
          ...settings,
          favourites: favourites.includes(id) ? favourites.filter((it) => it !== id) : [...favourites, id],
        })),
      );
      const isOne = ctx.person.settings.favourites?.includes(id);
      ctx.toast(ctx.voice.plain(isOne ? 'favourite-added' : 'favourite-removed'));
      await forms.show(ctx, form.draft, { view: 'more' });
    },

    async 'save-preset'(ctx, tap) {
      const form = await openForm(ctx, tap);
      if (form) await askPresetName(ctx, services, form);
    },

    async 'cancel-draft'(ctx, tap) {
      const form = await openForm(ctx, tap);
      if (!form) return;
      await drafts.change(form.draft.id, form.draft.revision, { state: 'closed', awaiting: null });
      const shown = ctx.callbackQuery?.message?.message_id;
      if (isGroup(ctx.place) && shown !== undefined) {
        await removeMessage(ctx.api, ctx.place.chatId, shown);
        return;
      }
      await ctx.show(noteScreen(ctx.voice, ctx.voice.html('form-cancelled')));
    },
  };

  /** What the button says is what happens: for that price, or as one of today's free ones. */
  async function order(
    ctx: BotContext,
    tap: { draft: string; revision: number; credits: number },
    terms: { free?: true },
  ): Promise<void> {
    const form = await openForm(ctx, tap);
    if (!form) return;
    const { draft, model } = form;
    const validation = registry.validate(model.id, draft.input, { pendingFiles: true });
    if (!validation.ok || tap.credits === 0) {
      const why = validation.ok ? 'form-not-for-sale' : 'error-invalid-input';
      ctx.toast(ctx.voice.plain(why), { alert: true });
      await forms.show(ctx, draft, { view: 'more' });
      return;
    }
    const { input } = validation;
    const statusMessageId = ctx.callbackQuery?.message?.message_id;
    const status = statusMessageId === undefined ? {} : { statusMessageId };
    try {
      const { credits } = tap;
      const { person, place } = ctx;
      await confirm(services, { person, place, draft, model, input, credits, ...terms, ...status });
    } catch (error) {
      await showRefusal(ctx, draft, error);
    }
  }

  /** Too few credits lead to the packs that cover the rest; any other refusal to the form with today's price. */
  async function showRefusal(ctx: BotContext, draft: Draft, error: unknown): Promise<void> {
    if (isAppError(error, 'balance-too-low') && config.packs.length > 0 && !isGroup(ctx.place)) {
      await ctx.show(shortScreen(ctx.voice, { draft, packs: config.packs, ...shortageOf(error.values) }));
      return;
    }
    if (isAppError(error)) await forms.show(ctx, draft);
    throw error;
  }
}
