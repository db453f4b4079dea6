import type { Message } from 'grammy/types';
import { type FileKind, fieldForFile, promptField, withFiles } from '#forms';
import { attachmentRef } from '#generation';
import { assertFetchable, fileOf } from '../attachments.ts';
import type { BotContext } from '../context.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';
import { preferredModel, WORDS_MEAN } from './preferred-model.ts';

type Slice = Pick<Services, 'registry' | 'catalogue' | 'generations'>;

interface Subject {
  kind: FileKind;
  address: string;
}

/**
 * Words in answer to a picture or a clip, be it a result or a file that the person sent: what shall become of it.
 * Answers false when the message answers nothing of that sort.
 */
export function repliedWords(services: Slice, forms: Forms) {
  const { generations } = services;

  async function subjectOf(ctx: BotContext, answered: Message): Promise<Subject | undefined> {
    const found = await generations.resultAt(ctx.place.chatId, answered.message_id);
    const media = found?.generation.result?.media[found.index];
    if (found && media && found.generation.personId === ctx.person.id) {
      const address = await generations.resultAsInput(found.generation.id, found.index);
      if (address !== null) return { kind: media.kind, address };
    }
    const file = fileOf(answered);
    if (!file) return undefined;
    assertFetchable(file);
    const kept = await generations.attachments.keep({ ...file, personId: ctx.person.id });
    return { kind: kept.kind, address: attachmentRef(kept.id) };
  }

  return async (ctx: BotContext, text: string, answered: Message | undefined): Promise<boolean> => {
    const subject = answered && (await subjectOf(ctx, answered));
    const type = subject && WORDS_MEAN[subject.kind];
    if (!subject || !type) return false;
    const model = preferredModel(ctx, services, { type, file: subject.kind, words: true });
    const prompt = model && promptField(model);
    const field = model && fieldForFile(model, subject.kind);
    const schema = field === undefined ? undefined : model?.input[field];
    if (!model || prompt === undefined || field === undefined || !schema) return false;
    const input = { [field]: withFiles(schema, undefined, [subject.address]), [prompt]: text };
    await forms.open(ctx, { model, input, asUsual: true });
    return true;
  };
}
