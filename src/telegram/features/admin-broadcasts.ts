import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { broadcastsScreen } from '../render/admin-broadcasts.ts';
import type { Services } from '../services.ts';
import { broadcastCard } from './acts-on-broadcasts.ts';
import { propose } from './propose.ts';

const LISTED = 8;
const VERBS = ['start', 'pause', 'resume', 'cancel'] as const;

type BroadcastTaps = 'admin-broadcasts' | 'admin-broadcast' | 'admin-audience' | 'admin-broadcast-do';

export function broadcastTaps(services: Services): Pick<TapHandlers, BroadcastTaps> {
  const { operator, translator } = services;
  return {
    async 'admin-broadcasts'(ctx) {
      await ctx.show(broadcastsScreen(ctx.voice, await operator.broadcasts(LISTED)));
    },
    async 'admin-broadcast'(ctx, { broadcast }) {
      await ctx.show(await broadcastCard(ctx, services, await operator.broadcast(broadcast)));
    },
    async 'admin-audience'(ctx, { broadcast: broadcastId, locale, days }) {
      const changed = await operator.setAudience({
        ...{ actor: actorOf(ctx), broadcastId },
        locale: translator.locales.includes(locale) ? locale : null,
        activeDays: days === 0 ? null : days,
      });
      await ctx.show(await broadcastCard(ctx, services, changed));
    },
    async 'admin-broadcast-do'(ctx, { broadcast, how }) {
      const verb = VERBS.find((known) => known === how);
      if (verb) return propose(ctx, services, { what: verb, broadcast });
      await operator.previewBroadcast(broadcast, ctx.person.id);
      ctx.toast(ctx.voice.plain('admin-done'));
    },
  };
}

/** The words of a new one, with their formatting. */
export async function broadcastAnswer(ctx: BotContext, services: Services, text: string): Promise<void> {
  const words = { text, entities: ctx.message?.entities ?? [], locale: null, activeDays: null };
  const draft = await services.operator.draftBroadcast({ actor: actorOf(ctx), ...words });
  await ctx.send(await broadcastCard(ctx, services, draft));
}
