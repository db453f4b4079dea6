import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { AppError } from '#platform';
import type { MiniAppEnv } from './context.ts';
import type { AppEvent } from './contract.ts';
import type { GenerationViews } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';
import type { News, Watch } from './watch.ts';

/** Proxies cut lines on which nothing moves. */
const stillHereMs = 20_000;

/**
 * GET /events: server-sent events. The first is a snapshot of what is under way and what has just ended, so a page that
 * was cut off knows everything again.
 */
export function eventRoutes({ clock }: MiniAppParts, views: GenerationViews, watch: Watch): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.get('/events', (context) => {
    const { id: personId } = context.get('person');
    const speech = context.get('speech');
    if (!watch.hasRoomFor(personId)) throw new AppError('too-many-calls', 'Too many streams');
    const gone = new AbortController();
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      let isFirst = true;
      stream.onAbort(() => gone.abort());
      const tell = ({ statuses, balance }: News) => {
        const generations = statuses.map((status) => views.view(status, speech));
        const news: AppEvent[] = isFirst
          ? [{ type: 'snapshot', generations, balance }]
          : generations.length === 0
            ? [{ type: 'balance', balance }]
            : generations.map((generation) => ({ type: 'generation', generation, balance }));
        isFirst = false;
        for (const event of news) void stream.writeSSE({ data: JSON.stringify(event) });
      };
      watch.follow(personId, gone.signal, { tell, end: () => gone.abort() });
      while (!gone.signal.aborted) {
        await clock.sleep(stillHereMs, gone.signal).catch(() => undefined);
        if (!gone.signal.aborted) await stream.write(': still here\n\n');
      }
    });
  });
  return app;
}
