import { Hono } from 'hono';
import { z } from 'zod';
import { balance, statement } from '#ledger';
import { isAdmin } from '#people';
import { readBody } from '../pages/body.ts';
import type { DeskContext, DeskEnv } from './context.ts';
import type { CreditsDone, Page, PersonCard, PersonRow } from './contract.ts';
import { pageRows, peopleQuery, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { wire } from './wire.ts';

/** What every act carries: why, and the mark of this one press. */
export const reasonBody = z.object({ reason: z.string().trim().max(500), key: z.string().min(8).max(100) });
const creditsBody = reasonBody.extend({ amount: z.number(), isTold: z.boolean().default(false) });

/** Credits that move; where the reason is told, the person reads it as well. */
export async function readCredits(context: DeskContext) {
  const { isTold, ...order } = await readBody(context, creditsBody);
  return { ...order, ...(isTold ? { note: order.reason } : {}) };
}

/** So many of each list on a person's card. */
const onCard = 20;

/** People, one of them, and what an operator may do to them. */
export function peopleRoutes(parts: DeskParts): Hono<DeskEnv> {
  const { figures, operator } = parts;
  const app = new Hono<DeskEnv>();
  const idOf = (context: DeskContext) =>
    z.coerce.number().int().positive().catch(0).parse(context.req.param('id'));

  app.get('/people', async (context) => {
    const page = await figures.people({ ...readQuery(context, peopleQuery), limit: pageRows });
    return context.json(wire(page) satisfies Page<PersonRow>);
  });
  app.get('/people/:id', async (context) => context.json(await cardOf(parts, idOf(context))));
  for (const act of ['grant', 'take'] as const) {
    app.post(`/people/:id/${act}`, async (context) => {
      const order = { ...(await readCredits(context)), actor: context.get('actor') };
      const { details } = await operator[act]({ ...order, personId: idOf(context) });
      return context.json(details satisfies CreditsDone);
    });
  }
  for (const act of ['block', 'unblock'] as const) {
    app.post(`/people/:id/${act}`, async (context) => {
      const body = await readBody(context, reasonBody);
      await operator[act]({ ...body, actor: context.get('actor'), personId: idOf(context) });
      return context.json({});
    });
  }
  return app;
}

async function cardOf(
  { database: { db }, figures, operator, config }: DeskParts,
  id: number,
): Promise<PersonCard> {
  const { person, open, invited } = await figures.person(id);
  const { id: _, firstName, username, locale, bannedAt, botBlockedAt, createdAt, lastSeenAt } = person;
  const card = {
    ...{ id, firstName, username, locale, bannedAt, botBlockedAt, createdAt, lastSeenAt, open, invited },
    ...(await balance(db, id)),
    isOperator: isAdmin(id, config.adminIds),
    statement: (await statement(db, id, { limit: onCard })).map(({ key: __, ...line }) => line),
    generations: (await figures.generations({ personId: id, limit: onCard })).rows,
    payments: (await figures.payments({ payerId: id, limit: onCard })).rows,
    actions: await operator.auditLog({ subject: `person:${id}`, limit: onCard }),
  };
  return wire(card);
}
