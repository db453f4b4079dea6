import { Hono } from 'hono';
import type { CatalogueReport as Found } from '#operator';
import { readBody } from '../pages/body.ts';
import type { DeskEnv } from './context.ts';
import type { CatalogueReport, CatalogueState, Difference } from './contract.ts';
import type { DeskParts } from './parts.ts';
import { reasonBody } from './people.ts';
import { wire } from './wire.ts';

/** The registry held against kie.ai's catalogue: how far the check is, its last report, beginning one. */
export function catalogueRoutes({ operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/catalogue', async (context) =>
    context.json(wire(await operator.catalogueState()) satisfies CatalogueState),
  );
  app.post('/catalogue', async (context) => {
    await operator.beginCatalogueCheck({
      ...(await readBody(context, reasonBody)),
      actor: context.get('actor'),
    });
    return context.json({});
  });
  app.get('/catalogue/report', async (context) => {
    const found = await operator.catalogueReport();
    return context.json(found && shown(found));
  });
  return app;
}

function shown({ added, differences, ...found }: Found): CatalogueReport {
  return wire({
    ...found,
    added: added.map(({ fields: _, ...model }) => model),
    differences: differences.map(inWords),
  });
}

/** Of two lists each side names only what the other one lacks. */
export function inWords({
  model,
  field,
  aspect,
  registry,
  published,
  known,
}: Found['differences'][number]): Difference {
  const both = Array.isArray(registry) && Array.isArray(published);
  const lacking = (own: typeof registry, other: typeof registry) =>
    both ? (own as unknown[]).filter((value) => !(other as unknown[]).includes(value)) : own;
  return {
    ...{ model, what: `${field} ${aspect === 'price' ? '' : aspect}`.trim() || aspect, known: known ?? null },
    registry: textOf(lacking(registry, published)),
    published: textOf(lacking(published, registry)),
  };
}

function textOf(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
