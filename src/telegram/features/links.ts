import { withoutFiles } from '#forms';
import type { BotContext } from '../context.ts';
import { type DeepLink, readDeepLink } from '../deep-link.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';
import { sendAgain } from './history.ts';
import { openPreset } from './presets.ts';

type Slice = Pick<
  Services,
  | 'codes'
  | 'database'
  | 'registry'
  | 'catalogue'
  | 'generations'
  | 'config'
  | 'clock'
  | 'log'
  | 'canShare'
  | 'username'
>;

/** Follows a link into the chat. Answers false when it leads nowhere any more. */
export async function followLink(
  ctx: BotContext,
  services: Slice,
  forms: Forms,
  payload: string,
): Promise<boolean> {
  const link = readDeepLink(payload);
  return link !== undefined && follow(ctx, services, forms, link);
}

async function follow(ctx: BotContext, services: Slice, forms: Forms, link: DeepLink): Promise<boolean> {
  const { catalogue, codes, generations, registry } = services;
  switch (link.to) {
    case 'model': {
      const model = codes.modelOf(link.code);
      if (!model || !catalogue.isOffered(model)) return false;
      await forms.open(ctx, { model, input: {}, asUsual: true });
      return true;
    }
    case 'preset': {
      const preset = await generations.presets.get(link.id);
      return preset !== null && openPreset(ctx, services, forms, preset);
    }
    case 'result': {
      const generation = await generations.get(link.id);
      const isOwn = generation?.personId === ctx.person.id;
      if (isOwn && (await sendAgain(ctx, services, generation))) return true;
      const model = generation && registry.get(generation.modelId);
      if (!generation || !model || !catalogue.isOffered(model)) return false;
      await forms.open(ctx, { model, input: withoutFiles(model, generation.input) });
      return true;
    }
    case 'draft': {
      const draft = await generations.drafts.get(link.id, ctx.person.id);
      const model = draft && registry.get(draft.modelId);
      if (!draft || !model || !catalogue.isOffered(model)) return false;
      await forms.open(ctx, { model, input: draft.input });
      return true;
    }
    case 'prompt':
      await forms.openForText(ctx, link.text);
      return true;
  }
}
