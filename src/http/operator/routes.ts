import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '#platform';
import { addressOf } from '../pages/address.ts';
import { createRateLimit } from '../pages/rate-limit.ts';
import { securityHeaders } from '../pages/security-headers.ts';
import { speechIn } from '../pages/speech.ts';
import { staticFiles } from '../pages/static-files.ts';
import { auditRoutes } from './audit.ts';
import { broadcastRoutes } from './broadcasts.ts';
import { catalogueRoutes } from './catalogue.ts';
import type { DeskEnv } from './context.ts';
import { exportRoutes } from './exports.ts';
import { figureExportRoutes } from './figure-exports.ts';
import { generationRoutes } from './generations.ts';
import { guard, ownPagesOnly } from './guard.ts';
import { listExportRoutes } from './list-exports.ts';
import { liveRoutes } from './live.ts';
import { modelRoutes } from './models.ts';
import type { DeskParts } from './parts.ts';
import { paymentRoutes } from './payments.ts';
import { peopleRoutes } from './people.ts';
import { promoRoutes } from './promo.ts';
import { purchaseRoutes } from './purchases.ts';
import { refusalOf } from './refusals.ts';
import { loginRoutes, sessionRoutes } from './session.ts';

/** A page asks for what goes on every other second. */
const callsPerOperator = { burst: 240, perMinute: 300 };
/** A secret of 256 bits is not guessed; who tries is still slowed down. */
const loginsPerAddress = { burst: 20, perMinute: 10 };
const maxBodyBytes = 64 * 1024;

/** Everything under /operator: the page, its files, and the API behind them. */
export function createDesk(parts: DeskParts): Hono {
  const { config } = parts;
  const app = new Hono();
  app.use('/operator/*', securityHeaders(config.frameAncestors));
  app.route('/operator/api', apiRoutes(parts));
  app.all('/operator/api/*', (context) => context.json({ error: 'not-found' }, 404));
  app.route('/', staticFiles('/operator', parts));
  return app;
}

function apiRoutes(parts: DeskParts): Hono<DeskEnv> {
  const { config, clock, translator, log } = parts;
  const app = new Hono<DeskEnv>();
  app.onError((error, context) => {
    const speech = context.get('speech') ?? speechIn(translator, config.defaultLocale);
    const refusal = refusalOf(error, speech);
    if (refusal) return context.json(refusal.body, refusal.status);
    log.error({ err: error, path: context.req.path }, 'A call of the desk failed');
    return context.json({ error: 'unexpected', message: speech.plain('error-unexpected') }, 500);
  });
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.use(ownPagesOnly, bodyLimit({ maxSize: maxBodyBytes }));
  const logins = createRateLimit(clock, loginsPerAddress);
  app.post('/session', async (context, next) => {
    if (!logins.take(addressOf(context))) throw new AppError('too-many-calls', 'Too many logins');
    await next();
  });
  app.route('/', loginRoutes(parts));
  app.use(guard(parts, createRateLimit(clock, callsPerOperator)));
  const rooms = [sessionRoutes, liveRoutes, peopleRoutes, generationRoutes, paymentRoutes, purchaseRoutes];
  const lists = [promoRoutes, broadcastRoutes, auditRoutes, modelRoutes, catalogueRoutes];
  for (const routes of [...rooms, ...lists, exportRoutes, listExportRoutes, figureExportRoutes])
    app.route('/', routes(parts));
  return app;
}
