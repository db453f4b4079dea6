import type { Broadcast } from '#operator';
import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { broadcastScreen, broadcastsScreen } from '../render/admin-broadcasts.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';

const LISTED = 8;
const VERBS = ['start', 'pause', 'resume', 'cancel'] as const;

type Slice = Pick<Services, 'operator' | 'translator'>;
type BroadcastTaps = 'admin-broadcasts' | 'admin-broadcast' | 'admin-audience' | 'admin-broadcast-do';

export function broadcastTaps(services: Slice): Pick<TapHandlers, BroadcastTaps> {
  const { operator, translator } = services;
  return {
    async 'admin-broadcasts'(ctx) {
      await ctx.show(broadcastsScreen(ctx.voice, await operator.broadcasts(LISTED)));
    },
    async 'admin-broadcast'(ctx, { broadcast }) {
      await ctx.show(await screenOf(ctx, services, await operator.broadcast(broadcast)));
    },
    async 'admin-audience'(ctx, { broadcast: broadcastId, locale, days }) {
      const changed = await operator.setAudience({
        ...{ actor: actorOf(ctx), broadcastId },
        locale: translator.locales.includes(locale) ? locale : null,
        activeDays: days === 0 ? null : days,
      });
      await ctx.show(await screenOf(ctx, services, changed));
    },
    async 'admin-broadcast-do'(ctx, { broadcast: broadcastId, how }) {
      const verb = VERBS.find((known) => known === how);
      if (verb) {
        const order = { actor: actorOf(ctx), reason: '', broadcastId };
        await operator.moveBroadcast(verb, order);
      } else await operator.previewBroadcast(broadcastId, ctx.person.id);
      ctx.toast(ctx.voice.plain('admin-done'));
      await ctx.show(await screenOf(ctx, services, await operator.broadcast(broadcastId)));
    },
  };
}

async function screenOf(
  ctx: BotContext,
  { operator, translator }: Slice,
  broadcast: Broadcast,
): Promise<Screen> {
  const locales = translator.locales.map((id) => ({ id, name: translator.t(id, 'language-name') }));
  const reach = broadcast.state === 'draft' ? await operator.countAudience(broadcast) : 0;
  return broadcastScreen(ctx.voice, broadcast, { reach, locales });
}

/** The words of a new one, with their formatting. */
export async function broadcastAnswer(ctx: BotContext, services: Slice, text: string): Promise<void> {
  const words = { text, entities: ctx.message?.entities ?? [], locale: null, activeDays: null };
  const draft = await services.operator.draftBroadcast({ actor: actorOf(ctx), ...words });
  await ctx.send(await screenOf(ctx, services, draft));
}
