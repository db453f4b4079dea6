import { fieldName, mediaOf, promptField } from '#forms';
import type { Draft } from '#generation';
import { type FormField, fields, type Model } from '#registry';
import type { BotContext } from '../context.ts';
import { readValue } from '../read-value.ts';
import { fieldScreen } from '../render/field.ts';
import type { Services } from '../services.ts';
import { awaitedField, type Forms } from './forms.ts';
import { repliedWords } from './replies.ts';

type Slice = Pick<Services, 'registry' | 'catalogue' | 'generations' | 'clock'>;

/** What a person writes: about the result they answer, the value that an open form awaits, or else a new picture. */
export function typedText(services: Slice, forms: Forms) {
  const { registry, generations } = services;
  const { drafts } = generations;
  const onReply = repliedWords(services, forms);

  return async (ctx: BotContext, text: string): Promise<void> => {
    if (await onReply(ctx, text, ctx.message?.reply_to_message)) return;
    const draft = await drafts.awaiting(ctx.person.id, ctx.privateChatId);
    const model = draft && registry.get(draft.modelId);
    const field = draft && model ? fieldToFill(model, draft) : undefined;
    if (!draft || !model || !field) {
      await forms.openForText(ctx, text);
      return;
    }
    const reading = readValue(field, text);
    if (reading === null) {
      await askAgain(ctx, { draft, model, field });
      return;
    }
    const input = { ...draft.input, [field.name]: reading.value };
    const changed = await drafts.change(draft.id, draft.revision, {
      input,
      awaiting: awaitedField(model, input),
    });
    if (changed) await forms.showBelow(ctx, changed);
  };

  async function askAgain(
    ctx: BotContext,
    { draft, model, field }: { draft: Draft; model: Model; field: FormField },
  ): Promise<void> {
    const notice = ctx.voice.html('form-cannot-read', { field: fieldName(ctx.voice, field) });
    await forms.showBelow(ctx, draft, async (ahead) =>
      fieldScreen(ctx.voice, { model, draft: ahead, field, page: 0, notice }),
    );
  }
}

/** Words sent while a file is awaited are the prompt, unless they are an address. */
function fieldToFill(model: Model, draft: Draft): FormField | undefined {
  const all = fields(model, draft.input);
  const awaited = all.find(({ name }) => name === draft.awaiting);
  if (!awaited || !mediaOf(awaited.field)) return awaited;
  const prompt = promptField(model);
  return all.find(({ name }) => name === prompt) ?? awaited;
}
