import { type Asked, changeSettings } from '#people';
import type { BotContext } from '../context.ts';
import type { Services } from '../services.ts';

type Slice = Pick<Services, 'database'>;

/** From now on the person's next message answers this question; any tap on something else takes it back. */
export async function askFor(ctx: BotContext, { database }: Slice, asked: Asked): Promise<void> {
  ctx.person.settings = await database.transaction((trx) =>
    changeSettings(trx, ctx.person.id, (settings) => ({ ...settings, asked })),
  );
}

/** What was asked, once; undefined when nothing was. */
export async function takeAsked(ctx: BotContext, { database }: Slice): Promise<Asked | undefined> {
  const { asked } = ctx.person.settings;
  if (!asked) return undefined;
  ctx.person.settings = await database.transaction((trx) =>
    changeSettings(trx, ctx.person.id, ({ asked: _taken, ...settings }) => settings),
  );
  return asked;
}
