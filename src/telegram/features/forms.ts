import { formState, promptField, withHabits } from '#forms';
import type { Draft } from '#generation';
import { balance } from '#ledger';
import { checkpoint } from '#platform';
import { type Model, nextQuestion } from '#registry';
import type { ChatContext } from '../context.ts';
import { isGroup } from '../place.ts';
import { type FormView, formScreen } from '../render/form.ts';
import { groupFormScreen } from '../render/group-form.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { editMessage, removeMessage } from '../status-board.ts';
import { preferredModel } from './preferred-model.ts';

export interface NewForm {
  model: Model;
  input: Record<string, unknown>;
  /** Whether the settings of the last time come along; an input that is to be repeated has its own. */
  asUsual?: boolean;
}

export interface FormLook {
  view?: FormView['view'];
  /** HTML. */
  notice?: string;
}

/** Draws something else of a draft, e.g. one of its fields. */
export type ScreenOf = (draft: Draft) => Promise<Screen>;

/** The forms of all models: rows of drafts and the message that shows each. */
export interface Forms {
  /** Begins a form and shows it. */
  open(ctx: ChatContext, form: NewForm): Promise<void>;
  /** Begins a form for a text alone: the model used last for pictures, or the first on offer. */
  openForText(ctx: ChatContext, text: string): Promise<void>;
  /** What the person writes from now on no longer goes into the open form. */
  leave(ctx: ChatContext): Promise<void>;
  /** Shows a draft in the message whose button was tapped. */
  show(ctx: ChatContext, draft: Draft, look?: FormLook): Promise<void>;
  /** Shows a draft below everything and takes its former message away. */
  showBelow(ctx: ChatContext, draft: Draft, how?: FormLook | ScreenOf): Promise<void>;
  /** Shows a draft in the message it stands in already; false when that cannot be edited. */
  refresh(ctx: ChatContext, draft: Draft): Promise<boolean>;
}

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations' | 'username'>;

export function createForms(services: Slice): Forms {
  const { database, registry, generations } = services;
  const { drafts } = generations;

  async function screen(ctx: ChatContext, draft: Draft, look: FormLook = {}): Promise<Screen> {
    const model = registry.find(draft.modelId);
    const { available } = await balance(database.db, ctx.person.id);
    const view = {
      ...(await formState({ registry, generations }, model, { input: draft.input, personId: ctx.person.id })),
      draft,
      available,
      view: look.view ?? ('main' as const),
      isFavourite: ctx.person.settings.favourites?.includes(model.id) ?? false,
      ...(look.notice === undefined ? {} : { notice: look.notice }),
    };
    if (!isGroup(ctx.place)) return formScreen(ctx.voice, view);
    return groupFormScreen(ctx.voice, view, `https://t.me/${services.username()}?start=d_${draft.id}`);
  }

  /** Buttons carry a revision; the row takes it only together with the message they stand in. */
  async function place(draft: Draft, show: (ahead: Draft) => Promise<number>): Promise<void> {
    const messageId = await show({ ...draft, revision: draft.revision + 1 });
    checkpoint('form:shown');
    await drafts.change(draft.id, draft.revision, { messageId });
  }

  /** Only one form at a time takes what the person writes. */
  async function closeFormer(ctx: ChatContext): Promise<void> {
    const former = await drafts.awaiting(ctx.person.id, ctx.place.chatId);
    if (former) await drafts.change(former.id, former.revision, { awaiting: null });
  }

  async function open(ctx: ChatContext, { model, input: given, asUsual = false }: NewForm): Promise<void> {
    await closeFormer(ctx);
    const used = asUsual ? await generations.usedModels.get(ctx.person.id, model.id) : null;
    const input = used ? withHabits(registry, model, given, used.settings) : given;
    const opened = await drafts.open({
      personId: ctx.person.id,
      chatId: ctx.place.chatId,
      modelId: model.id,
      input,
    });
    const draft = await drafts.change(opened.id, opened.revision, { awaiting: awaitedField(model, input) });
    checkpoint('form:opened');
    if (draft === null) throw new Error(`draft ${opened.id} was changed before anybody saw it`);
    await place(draft, async (ahead) => ctx.show(await screen(ctx, ahead)));
  }

  return {
    open,
    leave: closeFormer,
    async openForText(ctx, text) {
      const model = preferredModel(ctx, services, { type: 'text_to_image', words: true });
      const field = model && promptField(model);
      if (!model || field === undefined) {
        await ctx.send({ text: ctx.voice.html('type-empty'), keyboard: [] });
        return;
      }
      await open(ctx, { model, input: text.trim() === '' ? {} : { [field]: text }, asUsual: true });
    },
    async show(ctx, draft, look) {
      await ctx.show(await screen(ctx, draft, look));
    },
    async refresh(ctx, draft) {
      if (draft.messageId === null) return false;
      return editMessage(ctx.api, ctx.place, draft.messageId, await screen(ctx, draft));
    },
    async showBelow(ctx, draft, how = {}) {
      const screenOf = typeof how === 'function' ? how : (ahead: Draft) => screen(ctx, ahead, how);
      await place(draft, async (ahead) => ctx.send(await screenOf(ahead)));
      // A former message that stays is outdated, no more.
      if (draft.messageId !== null)
        await removeMessage(ctx.api, ctx.place.chatId, draft.messageId).catch(() => false);
    },
  };
}

/** The field that the person's next message fills: the one asked for, else the words, be they a list of lines. */
export function awaitedField(model: Model, input: Record<string, unknown>): string | null {
  return nextQuestion(model, input)?.name ?? promptField(model) ?? linesField(model) ?? null;
}

/** Where the words of a model are lines of a dialogue. */
function linesField({ input }: Model): string | undefined {
  return Object.keys(input).find((name) =>
    Object.values(input[name]?.items?.properties ?? {}).some(({ role }) => role === 'prompt'),
  );
}
