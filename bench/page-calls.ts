import { setTimeout as delay } from 'node:timers/promises';
import type { World } from '#sim';
import { signInitData } from '../sim/telegram/index.ts';
import { timed } from './rounds.ts';

const people = 50;
/** Between two calls of one person: somebody types, looks, scrolls. In ms. */
const pause = { least: 300, most: 1_200 };

/**
 * So many people use the Mini App at once, each with the stream of news open: they look at the catalogue, fill in a form,
 * turn pages of the gallery and read their account. Milliseconds of every call.
 */
export async function callsOfMany(world: World, forMs: number): Promise<number[]> {
  const took: number[] = [];
  const gone = new AbortController();
  const until = performance.now() + forMs;
  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const call = await openSession(world, 50_000 + index);
      void call('/events', { signal: gone.signal }).catch(() => undefined);
      for (let turn = index; performance.now() < until; turn++) {
        await delay(pause.least + Math.random() * (pause.most - pause.least));
        const path = turns[turn % turns.length] ?? ['/form', formCall];
        took.push(await timed(async () => (await call(path[0], path[1])).arrayBuffer()));
      }
    }),
  );
  gone.abort();
  return took;
}

const form = { modelId: 'z-image', input: { prompt: 'A heron in the mist', aspect_ratio: '1:1' } };
const formCall = { method: 'POST', body: JSON.stringify(form) };
/** Of ten calls, most ask for the price of a form: every pause in typing does. */
const turns: readonly [string, RequestInit][] = [
  ...Array.from({ length: 5 }, (): [string, RequestInit] => ['/form', formCall]),
  ['/catalogue/en', {}],
  ['/generations', {}],
  ['/generations?kind=image', {}],
  ['/account', {}],
  ['/form', formCall],
];

type Call = (path: string, request: RequestInit) => Promise<Response>;

async function openSession({ app, telegram, clock }: World, id: number): Promise<Call> {
  const initData = signInitData(telegram.bot().token, {
    user: JSON.stringify({ id, first_name: 'Mira', language_code: 'en' }),
    auth_date: String(Math.floor(clock.now().getTime() / 1000)),
    query_id: String(id),
  });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ initData, launchKey: `key-of-the-page-of-${id}` });
  const opened = await fetch(`${app.url}/app/api/session`, { method: 'POST', headers, body });
  const { token } = (await opened.json()) as { token: string };
  const own = { ...headers, authorization: `Bearer ${token}` };
  return (path, request) => fetch(`${app.url}/app/api${path}`, { ...request, headers: own });
}
