import type { Message } from 'grammy/types';
import { type FileKind, fieldForFile, mediaOf, promptField, withFiles } from '#forms';
import { type Attachment, attachmentRef, type Draft } from '#generation';
import { checkpoint } from '#platform';
import { type Field, fields, type Model } from '#registry';
import { assertFetchable, type IncomingFile } from '../attachments.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { type PartPlace, partField, readPlace, withPart } from '../entries.ts';
import type { FileSet, FileSets } from '../file-sets.ts';
import { entryScreen } from '../render/entries.ts';
import { filesScreen } from '../render/files.ts';
import type { Services } from '../services.ts';
import { editMessage, removeMessage } from '../status-board.ts';
import { awaitedField, type Forms } from './forms.ts';
import { isType } from './models.ts';
import { preferredModel, WORDS_MEAN } from './preferred-model.ts';
import { homeScreen } from './start.ts';

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'codes' | 'generations' | 'config'>;

/** Files that people send: into the form that awaits one, by their caption to a new form, or to the question what to do. */
export function incomingFile(services: Slice, forms: Forms, fileSets: FileSets) {
  const { registry, catalogue, generations } = services;
  const { drafts, attachments } = generations;

  return async (ctx: BotContext, file: IncomingFile, message: Message): Promise<void> => {
    assertFetchable(file);
    const kept = await attachments.keep({ ...file, personId: ctx.person.id });
    checkpoint('file:kept');
    const draft = await drafts.awaiting(ctx.person.id, ctx.place.chatId);
    const part = draft && partForDraft(draft, file);
    if (draft && part) return fillPart(ctx, draft, part, kept);
    const target = draft && fieldForDraft(draft, file, message);
    if (draft && target) await fill(ctx, draft, target, kept, message);
    else await takeUp(ctx, kept, message);
  };

  /** The part of an entry that awaits a file; words of other forms are no part. */
  function partForDraft(
    draft: Draft,
    { kind }: IncomingFile,
  ): { model: Model; place: PartPlace } | undefined {
    const place = readPlace(draft.awaiting ?? '');
    const model = registry.get(draft.modelId);
    const field = place && model && fields(model, draft.input).find(({ name }) => name === place.field);
    const part = field && partField(field, place.index, place.part);
    return model && place && part && takes(part.field, kind) ? { model, place } : undefined;
  }

  async function fillPart(
    ctx: BotContext,
    draft: Draft,
    { model, place }: { model: Model; place: PartPlace },
    kept: Attachment,
  ): Promise<void> {
    const find = (input: Draft['input']) => fields(model, input).find(({ name }) => name === place.field);
    const field = find(draft.input);
    const part = field && partField(field, place.index, place.part);
    if (!field || !part) return;
    const value = withFiles(part.field, part.value, [attachmentRef(kept.id)]);
    const input = { ...draft.input, [place.field]: withPart(field, place, value) };
    const changed = await drafts.change(draft.id, draft.revision, { input });
    const now = find(input);
    if (changed && now)
      await forms.showBelow(ctx, changed, async (ahead) =>
        entryScreen(ctx.voice, { model, draft: ahead, field: now, index: place.index }),
      );
  }

  /** The awaited field if it takes this kind, else the form's own place for such a file; words of its own are a new wish. */
  function fieldForDraft(
    draft: Draft,
    { kind }: IncomingFile,
    { caption }: Message,
  ): { model: Model; field: string } | undefined {
    const model = registry.get(draft.modelId);
    if (!model) return undefined;
    const awaited = draft.awaiting === null ? undefined : model.input[draft.awaiting];
    if (awaited && draft.awaiting !== null && takes(awaited, kind)) return { model, field: draft.awaiting };
    const field = fieldForFile(model, kind);
    const prompt = promptField(model);
    const isNewWish = caption !== undefined && prompt !== undefined && draft.input[prompt] !== undefined;
    return field === undefined || isNewWish ? undefined : { model, field };
  }

  async function fill(
    ctx: BotContext,
    draft: Draft,
    { model, field }: { model: Model; field: string },
    kept: Attachment,
    { caption, message_id: messageId }: Message,
  ): Promise<void> {
    const schema = model.input[field];
    if (!schema) return;
    const input = {
      ...draft.input,
      [field]: withFiles(schema, draft.input[field], [attachmentRef(kept.id)]),
    };
    const prompt = promptField(model);
    if (caption !== undefined && prompt !== undefined && input[prompt] === undefined) input[prompt] = caption;
    const roomLeft = Array.isArray(input[field]) && input[field].length < (schema.max_items ?? 1);
    const awaiting = roomLeft && draft.awaiting === field ? field : awaitedField(model, input);
    const changed = await drafts.change(draft.id, draft.revision, { input, awaiting });
    if (!changed) return;
    // The rest of an album comes after the form has been shown below its first picture.
    const standsBelow = changed.messageId !== null && changed.messageId > messageId;
    if (!standsBelow || !(await forms.refresh(ctx, changed))) await forms.showBelow(ctx, changed);
  }

  /** The first file of an album asks, the others join it; words with any of them say what to do. */
  async function takeUp(ctx: BotContext, kept: Attachment, message: Message): Promise<void> {
    const set = await fileSets.add({
      personId: ctx.person.id,
      chatId: ctx.place.chatId,
      album: message.media_group_id ?? null,
      kind: kept.kind,
      attachmentId: kept.id,
      caption: message.caption ?? null,
    });
    const type = set.caption === null ? undefined : WORDS_MEAN[set.kind];
    const model = type && preferredModel(ctx, services, { type, file: set.kind, words: true });
    if (model) {
      if (set.message_id !== null)
        await removeMessage(ctx.api, ctx.place.chatId, set.message_id).catch(() => false);
      await forms.open(ctx, { model, input: inputOf(model, set), asUsual: true });
    } else await ask(ctx, set);
  }

  async function ask(ctx: BotContext, set: FileSet): Promise<void> {
    const { kind } = set;
    const screen = filesScreen(ctx.voice, set, catalogue.typesForFile(kind), catalogue.toolsForFile(kind));
    if (set.message_id !== null && (await editMessage(ctx.api, ctx.place, set.message_id, screen))) return;
    await fileSets.setMessage(set.id, await ctx.send(screen));
  }
}

export function fileTaps(
  services: Slice,
  forms: Forms,
  fileSets: FileSets,
): Pick<TapHandlers, 'use-files' | 'use-tool'> {
  const { catalogue, codes } = services;

  async function use(ctx: BotContext, set: FileSet | null, model: Model | undefined): Promise<void> {
    if (set && model) return forms.open(ctx, { model, input: inputOf(model, set), asUsual: true });
    ctx.toast(ctx.voice.plain('menu-outdated'));
    await ctx.show(await homeScreen(ctx, services));
  }

  return {
    async 'use-files'(ctx, { files, type }) {
      const set = await fileSets.get(files, ctx.person.id);
      const wish = set && isType(type) ? { type, file: set.kind } : undefined;
      await use(ctx, set, wish && preferredModel(ctx, services, wish));
    },
    async 'use-tool'(ctx, { files, model: code }) {
      const model = codes.modelOf(code);
      const set = await fileSets.get(files, ctx.person.id);
      await use(ctx, set, model && catalogue.isOffered(model) ? model : undefined);
    },
  };
}

/** A place for any file takes each kind. */
function takes(field: Field, kind: FileKind): boolean {
  const wanted = mediaOf(field)?.kind;
  return wanted === kind || wanted === 'file';
}

function inputOf(model: Model, { kind, attachment_ids: ids, caption }: FileSet): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const field = fieldForFile(model, kind);
  const schema = field === undefined ? undefined : model.input[field];
  if (field !== undefined && schema) input[field] = withFiles(schema, undefined, ids.map(attachmentRef));
  const prompt = promptField(model);
  if (caption !== null && prompt !== undefined) input[prompt] = caption;
  return input;
}
