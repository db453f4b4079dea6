import { fieldName, mediaOf, promptField } from '#forms';
import { attachmentRef, type Draft } from '#generation';
import type { Asked } from '#people';
import { measuredFields } from '#pricing';
import { type FormField, fields, type Model } from '#registry';
import type { BotContext } from '../context.ts';
import {
  entriesOf,
  entrySchema,
  type PartPlace,
  partField,
  readPlace,
  withEntries,
  withPart,
} from '../entries.ts';
import { readValue } from '../read-value.ts';
import { entriesScreen, entryScreen } from '../render/entries.ts';
import { fieldScreen } from '../render/field.ts';
import type { Services } from '../services.ts';
import { adminAnswer } from './admin-answers.ts';
import { takeAsked } from './asked.ts';
import { awaitedField, type Forms } from './forms.ts';
import { found } from './history.ts';
import { foundModels } from './models.ts';
import { namePreset } from './presets.ts';
import { repliedWords } from './replies.ts';

/** What a person writes: about the result they answer, the value that an open form awaits, or else a new picture. */
export function typedText(services: Services, forms: Forms) {
  const { registry, catalogue, generations } = services;
  const { drafts } = generations;
  const onReply = repliedWords(services, forms);

  return async (ctx: BotContext, text: string): Promise<void> => {
    const asked = await takeAsked(ctx, services);
    if (asked) return answer(ctx, asked, text);
    if (await onReply(ctx, text, ctx.message?.reply_to_message)) return;
    const draft = await drafts.awaiting(ctx.person.id, ctx.place.chatId);
    const model = draft && registry.get(draft.modelId);
    const target = draft && model && catalogue.isOffered(model) ? targetOf(model, draft) : undefined;
    if (!draft || !model || !target) {
      await forms.openForText(ctx, text);
      return;
    }
    const reading = readValue(target.asked, text);
    if (reading === null) {
      await askAgain(ctx, { draft, model, target });
      return;
    }
    const value = valueFor(target, await fetched(ctx, model, target, reading.value));
    const input = { ...draft.input, [target.field.name]: value };
    const changed = await drafts.change(draft.id, draft.revision, {
      input,
      awaiting: target.place ? target.field.name : awaitedField(model, input),
    });
    if (!changed) return;
    if (target.place) await showEntry(ctx, { draft: changed, model, target });
    else await forms.showBelow(ctx, changed);
  };

  /** A file whose length or size decides the price is fetched, for its address says neither. */
  async function fetched(ctx: BotContext, model: Model, { field, place }: Target, value: unknown) {
    if (place || !measuredFields(model).includes(field.name)) return value;
    const fetchOne = async (address: unknown) => {
      if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return address;
      const kept = await generations.fetchFile({ personId: ctx.person.id, address });
      return attachmentRef(kept.id);
    };
    return Array.isArray(value) ? Promise.all(value.map(fetchOne)) : fetchOne(value);
  }

  async function answer(ctx: BotContext, asked: Asked, text: string): Promise<void> {
    if (asked.what === 'result') await ctx.send(await found(ctx, services, text));
    else if (asked.what === 'model') await ctx.send(foundModels(ctx, services, text));
    else if (asked.what === 'preset') await namePreset(ctx, services, forms, asked.draft, text);
    else await adminAnswer(ctx, services, asked, text);
  }

  async function showEntry(ctx: BotContext, { draft, model, target }: Asking): Promise<void> {
    const field = fields(model, draft.input).find(({ name }) => name === target.field.name);
    const index = target.place?.index ?? 0;
    if (field)
      await forms.showBelow(ctx, draft, async (ahead) =>
        entryScreen(ctx.voice, { model, draft: ahead, field, index }),
      );
  }

  async function askAgain(ctx: BotContext, { draft, model, target }: Asking): Promise<void> {
    const { asked, field, place } = target;
    const notice = ctx.voice.html('form-cannot-read', { field: fieldName(ctx.voice, asked) });
    await forms.showBelow(ctx, draft, async (ahead) => {
      const view = { model, draft: ahead, field: asked, page: 0, notice };
      if (place) return fieldScreen(ctx.voice, { ...view, within: place });
      return entrySchema(field) ? entriesScreen(ctx.voice, view) : fieldScreen(ctx.voice, view);
    });
  }
}

/** What a message fills: a field, or a part of one of its entries. */
interface Target {
  field: FormField;
  /** The field itself or the part. */
  asked: FormField;
  place?: PartPlace;
}

interface Asking {
  draft: Draft;
  model: Model;
  target: Target;
}

function targetOf(model: Model, draft: Draft): Target | undefined {
  const place = readPlace(draft.awaiting ?? '');
  const field = place && fields(model, draft.input).find(({ name }) => name === place.field);
  const part = field && place && partField(field, place.index, place.part);
  if (field && part && place && entriesOf(field)[place.index]) return { field, asked: part, place };
  const filled = fieldToFill(model, draft);
  return filled && { field: filled, asked: filled };
}

/** Lines that are sent join those that are there. */
function valueFor({ field, place }: Target, value: unknown): unknown {
  if (place) return withPart(field, place, value);
  if (!entrySchema(field) || !Array.isArray(value)) return value;
  return withEntries(field, [...entriesOf(field), ...value]);
}

/** Words sent while a file is awaited are the prompt, unless they are an address. */
function fieldToFill(model: Model, draft: Draft): FormField | undefined {
  const all = fields(model, draft.input);
  const awaited = all.find(({ name }) => name === draft.awaiting);
  if (!awaited || !mediaOf(awaited.field)) return awaited;
  const prompt = promptField(model);
  return all.find(({ name }) => name === prompt) ?? awaited;
}
