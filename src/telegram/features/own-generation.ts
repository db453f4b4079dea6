import type { Generation } from '#generation';
import type { BotContext } from '../context.ts';
import type { Services } from '../services.ts';

/** The generation a button names, if it is this person's; otherwise the tap says that it is outdated. */
export async function ownGeneration(
  ctx: BotContext,
  { generations }: Pick<Services, 'generations'>,
  id: string,
): Promise<Generation | undefined> {
  const generation = await generations.get(id);
  if (generation?.personId === ctx.person.id) return generation;
  ctx.toast(ctx.voice.plain('button-outdated'));
  return undefined;
}
