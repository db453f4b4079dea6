import type { Broadcast } from '#operator';
import type { BotContext } from '../context.ts';
import { broadcastScreen } from '../render/admin-broadcasts.ts';
import { oneLine } from '../render/html.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import type { ActHandler, ActHandlers, ActNamed } from './acts.ts';

type Slice = Pick<Services, 'operator' | 'translator'>;
type Verb = 'start' | 'pause' | 'resume' | 'cancel';

export async function broadcastCard(
  ctx: BotContext,
  { operator, translator }: Slice,
  broadcast: Broadcast,
): Promise<Screen> {
  const locales = translator.locales.map((id) => ({ id, name: translator.t(id, 'language-name') }));
  const reach = broadcast.state === 'draft' ? await operator.countAudience(broadcast) : 0;
  return broadcastScreen(ctx.voice, broadcast, { reach, locales });
}

export function broadcastActs(services: Slice): Pick<ActHandlers, Verb> {
  const { operator } = services;

  const move = (verb: Verb): ActHandler<ActNamed<Verb>> => ({
    async ask({ voice }, { broadcast: id }) {
      const broadcast = await operator.broadcast(id);
      const count = verb === 'start' ? await operator.countAudience(broadcast) : 0;
      return {
        text: voice.html(`act-broadcast-${verb}`, { count, text: oneLine(broadcast.text, 200) }),
        label: voice.plain(`button-admin-broadcast-${verb}`, { count }),
        style: verb === 'cancel' ? 'danger' : 'success',
        back: { to: 'admin-broadcast', broadcast: id },
      };
    },
    async carryOut(ctx, { broadcast: broadcastId }, order) {
      const { outcome } = await operator.moveBroadcast(verb, { ...order, broadcastId });
      await ctx.show(await broadcastCard(ctx, services, await operator.broadcast(broadcastId)));
      return outcome;
    },
  });

  return { start: move('start'), pause: move('pause'), resume: move('resume'), cancel: move('cancel') };
}
