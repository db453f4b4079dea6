import { z } from 'zod';
import { AppError } from '#platform';
import type { DeskContext } from './context.ts';

/** Rows on one page of a table. */
export const pageRows = 50;

const text = z.string().trim().min(1).max(200).optional();

/** What every table may be asked for. */
export const pageQuery = z.object({ after: text });

export const peopleQuery = pageQuery.extend({
  search: text,
  banned: z
    .literal('1')
    .transform(() => true)
    .optional(),
});

export const generationsQuery = pageQuery.extend({
  state: z
    .enum([
      'open',
      'queued',
      'submitting',
      'uncertain',
      'running',
      'succeeded',
      'delivered',
      'failed',
      'cancelled',
    ])
    .optional(),
  model: text,
  person: z.coerce.number().int().positive().optional(),
});

export const paymentsQuery = pageQuery.extend({
  state: z.enum(['credited', 'unmatched', 'refunding', 'refunded']).optional(),
  person: z.coerce.number().int().positive().optional(),
});

export const auditQuery = z.object({
  subject: text,
  after: z.coerce.number().int().positive().optional(),
});

/** The query in the shape it must have; what is empty is not there. @throws AppError `invalid-call` */
export function readQuery<T extends z.ZodType>(context: DeskContext, shape: T): z.output<T> {
  const given = Object.entries(context.req.query()).filter(([, value]) => value !== '');
  const parsed = shape.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-call', 'The query of the call has another shape');
}
