import { Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../pages/body.ts';
import type { DeskEnv } from './context.ts';
import type { Page, PaymentRow, RefundDone } from './contract.ts';
import { pageRows, paymentsQuery, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { readCredits, reasonBody } from './people.ts';
import { wire } from './wire.ts';

const refundBody = reasonBody.extend({ force: z.boolean() });

/** Payments in Stars: giving them back, and the word on those that fit no offer. */
export function paymentRoutes({ figures, operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/payments', async (context) => {
    const { person: payerId, ...rest } = readQuery(context, paymentsQuery);
    const page = await figures.payments({ ...rest, payerId, limit: pageRows });
    return context.json(wire(page) satisfies Page<PaymentRow>);
  });
  app.post('/payments/:charge/refund', async (context) => {
    const body = await readBody(context, refundBody);
    const chargeId = context.req.param('charge');
    const { order, outcome } = await operator.refund({ ...body, actor: context.get('actor'), chargeId });
    return context.json({ outcome, stars: order.stars, withdrawn: order.withdrawn } satisfies RefundDone);
  });
  app.post('/payments/:charge/credit', async (context) => {
    const { amount: credits, ...body } = await readCredits(context);
    const chargeId = context.req.param('charge');
    await operator.creditPayment({ ...body, credits, actor: context.get('actor'), chargeId });
    return context.json({});
  });
  return app;
}
