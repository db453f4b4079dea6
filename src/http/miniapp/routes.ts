import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isAppError } from '#platform';
import { addressOf } from '../pages/address.ts';
import { createRateLimit, tooManyCalls } from '../pages/rate-limit.ts';
import { securityHeaders } from '../pages/security-headers.ts';
import { speechIn } from '../pages/speech.ts';
import { staticFiles } from '../pages/static-files.ts';
import { accountRoutes } from './account.ts';
import { catalogueRoutes } from './catalogue.ts';
import type { MiniAppEnv } from './context.ts';
import { eventRoutes } from './events.ts';
import { favouriteRoutes } from './favourites.ts';
import { createFileLinks } from './file-links.ts';
import { fileRoutes } from './files.ts';
import { formRoutes } from './form.ts';
import { createGenerationViews } from './generation-view.ts';
import { generationRoutes } from './generations.ts';
import { guard } from './guard.ts';
import { linkRoutes } from './links.ts';
import type { MiniAppParts } from './parts.ts';
import { presetRoutes } from './presets.ts';
import { referenceRoutes } from './references.ts';
import { refusalOf } from './refusals.ts';
import { sessionRoutes } from './session.ts';
import { createTokens } from './tokens.ts';
import { uploadRoutes } from './uploads.ts';
import { createWatch } from './watch.ts';

/** A form asks for its price at every pause in typing. */
const callsPerPerson = { burst: 120, perMinute: 300 };
/** A page opens one session; people behind one address share it. */
const sessionsPerAddress = { burst: 120, perMinute: 120 };
const maxJsonBytes = 256 * 1024;

/** Everything under /app: the pages, their files, and the API behind them. */
export function createMiniApp(parts: MiniAppParts): Hono {
  const { config } = parts;
  const links = createFileLinks(config.botToken);
  const app = new Hono();
  app.use('/app/*', securityHeaders(config.frameAncestors));
  app.route('/app/api', apiRoutes(parts, links));
  app.route('/', fileRoutes(parts, links));
  app.all('/app/api/*', (context) => context.json({ error: 'not-found' }, 404));
  app.route(
    '/',
    staticFiles('/app', parts, (locale) => `/app/api/catalogue/${locale}`),
  );
  return app;
}

function apiRoutes(parts: MiniAppParts, links: ReturnType<typeof createFileLinks>): Hono<MiniAppEnv> {
  const { config, clock, translator, log } = parts;
  const tokens = createTokens(config.botToken);
  const views = createGenerationViews(parts, links);
  const app = new Hono<MiniAppEnv>();
  app.onError((error, context) => {
    const speech = context.get('speech') ?? speechIn(translator, config.defaultLocale);
    const refusal = refusalOf(error, speech);
    if (isAppError(error, 'too-many-calls')) context.header('retry-after', String(error.values.seconds));
    if (refusal) return context.json(refusal.body, refusal.status);
    log.error({ err: error, path: context.req.path }, 'A call of the Mini App failed');
    return context.json({ error: 'unexpected', message: speech.plain('error-unexpected') }, 500);
  });
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });
  const sessions = createRateLimit(clock, sessionsPerAddress);
  app.use('/session', async (context, next) => {
    if (!sessions.take(addressOf(context))) throw tooManyCalls(sessions);
    await next();
  });
  const small = bodyLimit({ maxSize: maxJsonBytes });
  app.use('/session', small);
  app.route('/', sessionRoutes(parts, tokens));
  app.route('/', catalogueRoutes(parts));
  app.use(guard(parts, tokens, createRateLimit(clock, callsPerPerson)));
  app.route('/', uploadRoutes(parts, links));
  app.use(small);
  app.route('/', favouriteRoutes(parts));
  app.route('/', formRoutes(parts, views));
  app.route('/', referenceRoutes(parts, views));
  app.route('/', presetRoutes(parts, views));
  app.route('/', generationRoutes(parts, views));
  app.route('/', linkRoutes(parts, links));
  app.route('/', eventRoutes(parts, views, createWatch(parts)));
  app.route('/', accountRoutes(parts));
  return app;
}
