import type { Context } from 'hono';
import { z } from 'zod';
import { AppError } from '#platform';

/** A field's value may be anything that JSON can say; the registry judges it. */
export const formRequest = z.object({
  modelId: z.string().max(200),
  input: z.record(z.string(), z.unknown()),
});

/** The call's JSON in the shape it must have. @throws AppError `invalid-call` */
export async function readBody<T extends z.ZodType>(context: Context, shape: T): Promise<z.output<T>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-call', 'The body of the call has another shape');
}
