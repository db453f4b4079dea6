import { Hono } from 'hono';
import type { DeskEnv } from './context.ts';
import type { GenerationRow, GenerationStory, Page } from './contract.ts';
import { generationsQuery, pageRows, readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { wire } from './wire.ts';

/** Generations, and the whole story of one. */
export function generationRoutes({ figures }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/generations', async (context) => {
    const { model: modelId, person: personId, ...rest } = readQuery(context, generationsQuery);
    const page = await figures.generations({ ...rest, modelId, personId, limit: pageRows });
    return context.json(wire(page) satisfies Page<GenerationRow>);
  });
  app.get('/generations/:id', async (context) => {
    const { result, failure, parts, quote, ...story } = await figures.generation(context.req.param('id'));
    const { credits, kieCredits, upperBound } = quote;
    const told: GenerationStory = wire({
      ...story,
      failure,
      failureText: failure === null ? null : context.get('speech').plain(`failure-${failure.code}`),
      text: result?.text ?? null,
      quote: { credits, kieCredits, upperBound },
      parts: parts.map(({ items, sent, ...part }) => ({
        ...part,
        items: items.map(({ kind, url, role }) => ({ kind, url, ...(role === undefined ? {} : { role }) })),
        sent: sent.map(({ messageId, kind }) => ({ messageId, kind })),
      })),
    });
    return context.json(told);
  });
  return app;
}
