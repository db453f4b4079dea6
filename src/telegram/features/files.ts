import type { Message } from 'grammy/types';
import { fieldForFile, mediaOf, promptField, withFiles } from '#forms';
import { type Attachment, attachmentRef, type Draft } from '#generation';
import { checkpoint } from '#platform';
import type { Model } from '#registry';
import { assertFetchable, type IncomingFile } from '../attachments.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import type { FileSet, FileSets } from '../file-sets.ts';
import { filesScreen } from '../render/files.ts';
import type { Services } from '../services.ts';
import { editMessage } from '../status-board.ts';
import { awaitedField, type Forms } from './forms.ts';
import { isType } from './models.ts';
import { homeScreen } from './start.ts';

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations'>;

/** Files that people send: into the form that awaits one, or the question what to do with them. */
export function incomingFile({ registry, catalogue, generations }: Slice, forms: Forms, fileSets: FileSets) {
  const { drafts, attachments } = generations;

  return async (ctx: BotContext, file: IncomingFile, message: Message): Promise<void> => {
    assertFetchable(file);
    const kept = await attachments.keep({ ...file, personId: ctx.person.id });
    checkpoint('file:kept');
    const draft = await drafts.awaiting(ctx.person.id, ctx.privateChatId);
    const target = draft && fieldForDraft(draft, file);
    if (draft && target) await fill(ctx, draft, target, kept, message);
    else await ask(ctx, kept, message);
  };

  /** The awaited field if it takes this kind, else the form's own place for such a file. */
  function fieldForDraft(draft: Draft, { kind }: IncomingFile): { model: Model; field: string } | undefined {
    const model = registry.get(draft.modelId);
    if (!model) return undefined;
    const awaited = draft.awaiting === null ? undefined : model.input[draft.awaiting];
    const fits = awaited && mediaOf(awaited)?.kind === kind;
    const field = fits ? (draft.awaiting ?? undefined) : fieldForFile(model, kind);
    return field === undefined ? undefined : { model, field };
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

  /** The first file of an album asks; the others only join it. */
  async function ask(ctx: BotContext, kept: Attachment, message: Message): Promise<void> {
    const set = await fileSets.add({
      personId: ctx.person.id,
      chatId: ctx.privateChatId,
      album: message.media_group_id ?? null,
      kind: kept.kind,
      attachmentId: kept.id,
      caption: message.caption ?? null,
    });
    const screen = filesScreen(ctx.voice, set, catalogue.typesForFile(set.kind));
    if (set.message_id !== null && (await editMessage(ctx.api, ctx.privateChatId, set.message_id, screen)))
      return;
    await fileSets.setMessage(set.id, await ctx.send(screen));
  }
}

export function fileTaps(services: Slice, forms: Forms, fileSets: FileSets): Pick<TapHandlers, 'use-files'> {
  const { catalogue } = services;
  return {
    async 'use-files'(ctx, { files, type }) {
      const set = await fileSets.get(files, ctx.person.id);
      const model = set && isType(type) ? catalogue.firstForFile(type, set.kind) : undefined;
      if (!set || !model) {
        ctx.toast(ctx.voice.plain('menu-outdated'));
        await ctx.show(await homeScreen(ctx, services));
        return;
      }
      await forms.open(ctx, { model, input: inputOf(model, set) });
    },
  };
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
