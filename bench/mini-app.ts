import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { World } from '#sim';
import { type Scrolled, scrollThrough } from '../test/browser/scroll-through.ts';
import { chromiumPath, openBrowser } from '../test/browser/stage.ts';
import { copyResult } from '../test/kit/many-results.ts';
import { testWorld } from '../test/kit/world.ts';
import { serveEmptyPage } from './empty-page.ts';
import { type Benchmark, type Figure, figure, quantile } from './figure.ts';
import { callsOfMany } from './page-calls.ts';
import { type Load, loadPage, scriptTime } from './page-load.ts';

/** In a real browser, the product on PostgreSQL beside it on the same machine. */
export const miniApp: Benchmark = {
  name: 'miniapp',
  about:
    'the Mini App in Chromium: loading against an empty Preact page, searching, scrolling, and its calls',
  async run({ short }) {
    if (!existsSync(chromiumPath))
      throw new Error(`Chromium is needed: apt-get install chromium, or CHROMIUM=…`);
    execFileSync(process.execPath, [join(import.meta.dirname, '../web/build/main.ts'), '--if-stale']);
    await using world = await testWorld('postgres', { env: { START_CREDITS: '900' } });
    const browser = await openBrowser();
    try {
      return [
        ...(await loading(browser, world, short ? 2 : 9)),
        await searching(browser, world),
        ...(await scrolling(browser, world, short ? 1 : 3)),
        ...(await calling(world, short ? 5_000 : 30_000)),
      ];
    } finally {
      await browser.close();
    }
  },
};

function launchOf(world: World, name: string) {
  const person = world.telegram.people.join({ first_name: name, language_code: 'en' });
  return { person, url: () => person.launch(`${world.app.url}/app/`, '') };
}

async function loading(browser: Browser, world: World, rounds: number): Promise<Figure[]> {
  await using empty = await serveEmptyPage();
  const { url } = launchOf(world, 'Loader');
  const ours: Load[] = [];
  const bare: Load[] = [];
  await loadPage(browser, url());
  await loadPage(browser, empty.url);
  for (let round = 0; round < rounds; round++) {
    ours.push(await loadPage(browser, url()));
    bare.push(await loadPage(browser, empty.url));
  }
  const ratio = (key: 'usefulMs' | 'interactiveMs') =>
    ours.map((load, round) => load[key] / (bare[round]?.[key] ?? Number.NaN));
  const times = (key: 'usefulMs' | 'interactiveMs') =>
    `${quantile(
      ours.map((it) => it[key]),
      0.5,
    ).toFixed(0)} ms against ${quantile(
      bare.map((it) => it[key]),
      0.5,
    ).toFixed(0)} ms`;
  return [
    figure(
      'first load: scripts and styles, compressed',
      'kB',
      ours.map(({ codeBytes }) => codeBytes / 1000),
      {
        goal: { atMost: 60 },
      },
    ),
    figure('first useful paint against an empty Preact page', '×', ratio('usefulMs'), {
      goal: { atMost: 2 },
      note: times('usefulMs'),
    }),
    figure('time to interactive against it', '×', ratio('interactiveMs'), {
      goal: { atMost: 2 },
      note: times('interactiveMs'),
    }),
  ];
}

async function searching(browser: Browser, world: World): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(launchOf(world, 'Searcher').url());
  await page.locator('.wish').first().waitFor();
  const search = page.getByRole('searchbox');
  await search.focus();
  const times: number[] = [];
  for (const letter of 'nano banana edit')
    times.push(await scriptTime(page, () => page.keyboard.type(letter)));
  await page.close();
  return figure('catalogue search: script per keystroke', 'ms', times, {
    goal: { atMost: 16 },
    note: `longest ${Math.max(...times).toFixed(1)} ms`,
  });
}

async function scrolling(browser: Browser, world: World, rounds: number): Promise<Figure[]> {
  const { person, url } = launchOf(world, 'Collector');
  person.send('/start');
  await person.nextMessage();
  const { generations, database, registry } = world.app.rooms;
  const model = registry.offered().find((it) => it.model_type === 'text_to_image');
  if (!model) throw new Error('No model makes pictures of words');
  const input = { prompt: 'A lighthouse in the snow' };
  const { credits: quotedCredits } = await generations.quote(model.id, input);
  const wish = { personId: person.id, chatId: person.id, modelId: model.id, input, quotedCredits };
  const { id } = await generations.submit({ ...wish, key: 'a-lighthouse' });
  await world.settle();
  await generations.openThumbnail(id, 0);
  await copyResult(database.db, id, 4_999);
  const all: Scrolled[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(url());
    await page.locator('.tab').nth(1).click();
    await page.locator('.shot img.there').first().waitFor();
    all.push((await page.evaluate(scrollThrough(400))) as Scrolled);
    await page.close();
  }
  const longest = Math.max(0, ...all.flatMap(({ longTasks }) => longTasks));
  return [
    figure(
      '5,000 results scrolled to the end: tasks over 50 ms',
      '',
      all.map(({ longTasks }) => longTasks.length),
      {
        goal: { atMost: 0 },
        note: `longest ${longest} ms`,
      },
    ),
    figure(
      'the same: places of the gallery that exist at once',
      '',
      all.map(({ mostTiles }) => mostTiles),
    ),
  ];
}

async function calling(world: World, forMs: number): Promise<Figure[]> {
  const took = await callsOfMany(world, forMs);
  const at = (share: number) =>
    figure(`calls of 50 people at once: p${share * 100}`, 'ms', [quantile(took, share)]);
  return [at(0.5), at(0.95), { ...at(0.99), note: `${took.length} calls` }];
}
