import type { BotContext } from '../context.ts';
import { personName } from '../render/admin.ts';
import { personScreen } from '../render/admin-people.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import type { ActHandler, ActHandlers, ActNamed } from './acts.ts';

type Slice = Pick<Services, 'operator' | 'config'>;

/** Somebody as an operator sees them now. @throws AppError `person-unknown` */
export async function personCard(
  ctx: BotContext,
  { operator, config: { timeZone } }: Slice,
  personId: number,
): Promise<Screen> {
  return personScreen(ctx.voice, await operator.person(personId), timeZone);
}

export function peopleActs(services: Slice): Pick<ActHandlers, 'grant' | 'take' | 'block' | 'unblock'> {
  const { operator } = services;

  const credits = (how: 'grant' | 'take'): ActHandler<ActNamed<'grant' | 'take'>> => ({
    async ask({ voice }, { person: personId, amount }) {
      const { person, balance } = await operator.person(personId);
      const values = { name: personName(person), amount, available: balance.available };
      return {
        text: voice.html(`act-${how}`, values),
        label: voice.plain(`button-act-${how}`, { amount }),
        style: 'success',
        back: { to: 'admin-person', person: personId },
        owner: person,
      };
    },
    async carryOut(ctx, { person: personId, amount }, order) {
      const { outcome } = await operator[how]({ ...order, personId, amount });
      await ctx.show(await personCard(ctx, services, personId));
      return outcome;
    },
  });

  const entry = (how: 'block' | 'unblock'): ActHandler<ActNamed<'block' | 'unblock'>> => ({
    async ask({ voice }, { person: personId }) {
      const { person } = await operator.person(personId);
      return {
        text: voice.html(`act-${how}`, { name: personName(person) }),
        label: voice.plain(`button-admin-${how}`),
        style: how === 'block' ? 'danger' : 'success',
        back: { to: 'admin-person', person: personId },
      };
    },
    async carryOut(ctx, { person: personId }, order) {
      const { outcome } = await operator[how]({ ...order, personId });
      await ctx.show(await personCard(ctx, services, personId));
      return outcome;
    },
  });

  return { grant: credits('grant'), take: credits('take'), block: entry('block'), unblock: entry('unblock') };
}
