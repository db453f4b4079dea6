import { z } from 'zod';

/** A field's value may be anything that JSON can say; the registry judges it. */
export const formRequest = z.object({
  modelId: z.string().max(200),
  input: z.record(z.string(), z.unknown()),
});
