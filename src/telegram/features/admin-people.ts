import type { Asked } from '#people';
import type { BotContext, TapHandlers } from '../context.ts';
import { adminAskScreen } from '../render/admin.ts';
import { peopleScreen } from '../render/admin-people.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { personCard } from './acts-on-people.ts';
import { askFor } from './asked.ts';
import { propose } from './propose.ts';

type PersonTaps = 'admin-person' | 'admin-credits' | 'admin-block' | 'admin-unblock';
type AskedCredits = Extract<Asked, { what: 'credits' }>;

export function personTaps(services: Services): Pick<TapHandlers, PersonTaps> {
  return {
    async 'admin-person'(ctx, { person }) {
      await ctx.show(await personCard(ctx, services, person));
    },
    'admin-credits': (ctx, { person, how }) =>
      askForCredits(ctx, services, { what: 'credits', person, how: how === 'take' ? 'take' : 'grant' }),
    'admin-block': (ctx, { person }) => propose(ctx, services, { what: 'block', person }),
    'admin-unblock': (ctx, { person }) => propose(ctx, services, { what: 'unblock', person }),
  };
}

async function askForCredits(ctx: BotContext, services: Services, asked: AskedCredits): Promise<void> {
  await askFor(ctx, services, asked);
  const back = { to: 'admin-person', person: asked.person } as const;
  await ctx.show(adminAskScreen(ctx.voice, `admin-ask-${asked.how}`, back));
}

/** Who is called so; the person themselves where there is one. */
export async function foundPeople(
  ctx: BotContext,
  services: Pick<Services, 'operator' | 'config'>,
  query: string,
): Promise<Screen> {
  const people = await services.operator.findPeople(query);
  const [only] = people;
  if (!only || people.length > 1) return peopleScreen(ctx.voice, query, people);
  return personCard(ctx, services, only.id);
}

/** `AMOUNT [REASON]` as an answer; what cannot be read is asked for again. */
export async function creditsAnswer(
  ctx: BotContext,
  services: Services,
  asked: AskedCredits,
  text: string,
): Promise<void> {
  const read = readCredits(text);
  if (!read) return askForCredits(ctx, services, asked);
  const { amount, reason } = read;
  await propose(ctx, services, { what: asked.how, person: asked.person, amount }, { reason });
}

/** `AMOUNT [REASON]`; null for anything else. */
export function readCredits(text: string): { amount: number; reason: string } | null {
  const [, amount, reason = ''] = /^\s*\+?([1-9]\d{0,6})(?:\s+(\S[\s\S]*))?$/.exec(text) ?? [];
  return amount === undefined ? null : { amount: Number(amount), reason };
}
