import { Hono } from 'hono';
import { isNew, mostWishedFirst, type OfferedModel, typeName } from '#forms';
import { pickLocale } from '#i18n';
import { type Packed, pack, unpack } from '../pages/packed.ts';
import { speechIn } from '../pages/speech.ts';
import type { Catalogue, CatalogueModel } from './contract.ts';
import type { MiniAppParts } from './parts.ts';

/** How old the usual durations in it may be. */
const freshMs = 60_000;
/** A browser shows what it has kept and looks for news behind it: what a model costs, its form says anyway. */
const caching = 'public, max-age=60, stale-while-revalidate=86400';

/**
 * GET /catalogue/:locale: everything that is for sale. The same for everybody, so that it needs no session and a page
 * can have it before it has one; searching is the page's business.
 */
export function catalogueRoutes({ generations, offer, translator, config, clock }: MiniAppParts): Hono {
  const kept = new Map<string, { packed: Packed; at: number }>();
  const app = new Hono();

  async function inLanguage(locale: string): Promise<Packed> {
    const known = kept.get(locale);
    const now = clock.now();
    if (known && now.getTime() - known.at < freshMs) return known.packed;
    const speech = speechIn(translator, locale);
    const seconds = await generations.typicalSeconds();
    const catalogue: Catalogue = {
      types: mostWishedFirst(offer.types())
        .filter(({ count }) => count > 0)
        .map(({ type, count }) => ({ type, name: typeName(speech, type), count })),
      models: offer.all().map((row) => modelView(row, seconds.get(row.model.id), now)),
    };
    const packed = pack(new TextEncoder().encode(JSON.stringify(catalogue)), 'application/json');
    kept.set(locale, { packed, at: now.getTime() });
    return packed;
  }

  app.get('/catalogue/:locale', async (context) => {
    const locale = pickLocale(translator.locales, context.req.param('locale'), config.defaultLocale);
    return unpack(context, await inLanguage(locale), { 'cache-control': caching });
  });
  return app;
}

function modelView(
  { model, from, varies }: OfferedModel,
  seconds: number | undefined,
  now: Date,
): CatalogueModel {
  return {
    id: model.id,
    title: model.title,
    provider: model.provider,
    type: model.model_type,
    types: [model.model_type, ...model.also],
    delivers: model.delivers,
    from: from ?? 0,
    varies,
    isNew: isNew(model, now),
    ...(seconds === undefined ? {} : { seconds: Math.round(seconds) }),
  };
}
