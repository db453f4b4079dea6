import type { Context } from 'hono';
import type { z } from 'zod';
import { AppError } from '#platform';

/** The call's JSON in the shape it must have. @throws AppError `invalid-call` */
export async function readBody<T extends z.ZodType>(context: Context, shape: T): Promise<z.output<T>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-call', 'The body of the call has another shape');
}
