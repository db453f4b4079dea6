import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { copyResult } from '../kit/many-results.ts';
import { type Scrolled, scrollThrough } from './scroll-through.ts';
import { barriersOn, complaintsOf, type Stage, setStage, take } from './stage.ts';

let stage: Stage;

before(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../web/build/main.ts'), '--if-stale']);
  stage = await setStage({ START_CREDITS: '900', STAR_SUBSCRIPTION: '300:900' });
});

after(() => stage?.[Symbol.asyncDispose]());

interface Opened {
  page: Page;
  person: ReturnType<Stage['world']['telegram']['people']['join']>;
  complaints: string[];
  close(): Promise<void>;
}

/** The page as an app opens it that listens by `TelegramWebviewProxy` and keeps what it was told. */
async function open(
  name: string,
  options: Parameters<Stage['browser']['newContext']>[0] & { locale?: string } = {},
): Promise<Opened> {
  const { locale: language = 'en', ...rest } = options;
  const context = await stage.browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  await page.addInitScript(`
    window.told = [];
    window.TelegramWebviewProxy = { postEvent: (type, data) => told.push([type, JSON.parse(data || 'null')]) };`);
  const complaints = complaintsOf(page);
  const person = stage.world.telegram.people.join({ first_name: name, language_code: language });
  person.send('/start');
  await person.nextMessage();
  await page.goto(person.launch(`${stage.world.app.url}/app/`, ''));
  await page.locator('.wish').first().waitFor();
  return { page, person, complaints, close: () => context.close() };
}

/** Makes something by the chat's own functions. */
async function make(personId: number, type: string, input: Record<string, unknown>): Promise<string> {
  const { registry, generations } = stage.world.app.rooms;
  const model = registry.offered().find((it) => it.model_type === type);
  assert.ok(model);
  const { credits: quotedCredits } = await generations.quote(model.id, input);
  const wish = { personId, chatId: personId, modelId: model.id, input, quotedCredits };
  const { id } = await generations.submit({ ...wish, key: `${personId} ${type} ${JSON.stringify(input)}` });
  await stage.world.settle();
  return id;
}

const told = (page: Page, type: string) =>
  page.evaluate(
    `told.filter(([type]) => type === ${JSON.stringify(type)}).map(([, data]) => data)`,
  ) as Promise<Record<string, unknown>[]>;
/** Resolves when the page has told this. */
const whenTold = (type: string) => `new Promise((done) => {
  const look = () => (told.some(([it]) => it === '${type}') ? done() : setTimeout(look, 20));
  look();
})`;
const tell = (page: Page, type: string, data: unknown = {}) =>
  page.evaluate(`Telegram.WebView.receiveEvent(${JSON.stringify(type)}, ${JSON.stringify(data)})`);

const results = (page: Page) => page.locator('.tab').nth(1);
const account = (page: Page) => page.locator('.tab').nth(2);

test('5,000 results scroll in a window of a few rows, from small pictures alone', async (t) => {
  const { page, person, complaints, close } = await open('Collector');
  const id = await make(person.id, 'text_to_image', { prompt: 'A lighthouse in the snow' });
  await results(page).click();
  await page.locator('.shot img.there').waitFor();
  await copyResult(stage.world.app.rooms.database.db, id, 4_999);
  const files: string[] = [];
  page.on('request', (request) => request.url().includes('/app/files/') && files.push(request.url()));
  await page.reload();
  await page.locator('.shot img.there').first().waitFor();
  const { reached, mostTiles, longTasks } = (await page.evaluate(scrollThrough(1_600))) as Scrolled;
  t.diagnostic(`long tasks over 50 ms while scrolling: ${longTasks.length} [${longTasks.join(', ')}] ms`);
  assert.equal(reached, '5000');
  assert.ok(mostTiles <= 90, `${mostTiles} tiles at once`);
  assert.ok(files.length > 0 && files.every((url) => /\.\d+s\//.test(url)), 'an original was loaded');
  await take(page, 'gallery-end');
  // Back from a result leads to the same place.
  const before = await page.evaluate('scrollY');
  await page.locator('.shot').nth(20).click();
  await page.locator('.result .facts').waitFor();
  await tell(page, 'back_button_pressed');
  await page.locator('.shot').first().waitFor();
  assert.equal(await page.evaluate('scrollY'), before);
  assert.deepEqual(complaints, []);
  await close();
});

test('results are found by the words they were made of, and walked through with the arrows', async () => {
  const { page, person, complaints, close } = await open('Seeker');
  for (const prompt of ['A red fox', 'A grey heron', 'A heron in the mist', 'A boat'])
    await make(person.id, 'text_to_image', { prompt });
  await results(page).click();
  const shots = page.locator('.shot');
  await shots.nth(3).waitFor();
  const here = () => page.evaluate('document.activeElement.parentElement.ariaPosInSet') as Promise<string>;
  await shots.first().focus();
  const walked = [];
  for (const key of [
    'ArrowRight',
    'ArrowRight',
    'ArrowLeft',
    'ArrowUp',
    'ArrowLeft',
    'ArrowDown',
    'ArrowDown',
  ]) {
    await page.keyboard.press(key);
    walked.push(await here());
  }
  assert.deepEqual(walked, ['2', '3', '2', '2', '1', '4', '4'], 'three in a row; at the edge it stays');
  const search = page.getByRole('searchbox');
  await search.fill('heron');
  await shots.nth(2).waitFor({ state: 'detached' });
  await shots.nth(1).waitFor();
  await take(page, 'gallery-found');
  assert.deepEqual(await barriersOn(page), []);
  await shots.first().click();
  await page.locator('.result .facts').waitFor();
  await tell(page, 'back_button_pressed');
  assert.equal(await search.inputValue(), 'heron', 'the way back leads to what was found');
  await search.fill('unicorn');
  await page.getByText('You made nothing yet with “unicorn” in it.').waitFor();
  await search.fill('');
  await shots.nth(3).waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test('a page that stays open longer than its links still shows, plays and saves', async () => {
  const { page, person, close } = await open('Patient');
  const id = await make(person.id, 'text_to_image', { prompt: 'A slow snail' });
  await results(page).click();
  await page.locator('.shot img.there').waitFor();
  stage.world.clock.advance(2 * 60 * 60_000);
  await page.locator('.shot').first().click();
  await page.locator('img.shown').waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  assert.match(saved.url(), new RegExp(`${person.id}\\.${id}`));
  await close();
});

test('a result is shared, shown on the whole screen, sent to the chat and removed, by Telegram’s own ways', async () => {
  const { page, person, complaints, close } = await open('Sharer');
  await make(person.id, 'text_to_image', { prompt: 'A bridge in fog' });
  await results(page).click();
  await page.locator('.shot').first().click();
  await page.locator('img.shown').waitFor();
  await page.getByRole('button', { name: 'Full screen' }).click();
  assert.equal((await told(page, 'web_app_request_fullscreen')).length, 1);
  await tell(page, 'fullscreen_changed', { is_fullscreen: true });
  assert.equal(await page.getByRole('button', { name: 'Full screen' }).getAttribute('aria-pressed'), 'true');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.evaluate(whenTold('web_app_send_prepared_message'));
  const pictures = () => person.messages.filter((it) => it.photo).length;
  const before = pictures();
  await page.getByRole('button', { name: 'To the chat' }).click();
  await page.getByText('It is in the chat.').waitFor();
  assert.equal(pictures(), before + 1);
  await page.getByRole('button', { name: 'Remove' }).click();
  assert.deepEqual(await barriersOn(page), []);
  await page.locator('.sheet .danger').click();
  await page.getByText('Nothing here yet').waitFor();
  assert.equal(
    (await told(page, 'web_app_exit_fullscreen')).length,
    1,
    'leaving the result leaves the whole screen',
  );
  assert.ok((await told(page, 'web_app_trigger_haptic_feedback')).length > 0);
  assert.deepEqual(complaints, []);
  await close();
});

test('a link opens a result, Telegram’s settings button the account, and its colours are the page’s', async () => {
  const { page, person, close } = await open('Linked');
  const id = await make(person.id, 'text_to_image', { prompt: 'A fox' });
  await tell(page, 'settings_button_pressed');
  await page.locator('.purse').waitFor();
  await tell(page, 'theme_changed', { theme_params: { bg_color: '#17212b', text_color: '#f5f5f5' } });
  assert.equal(await page.evaluate('document.documentElement.dataset.scheme'), 'dark');
  assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(245, 245, 245)');
  await tell(page, 'safe_area_changed', { top: 44, bottom: 34, left: 0, right: 0 });
  assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('.page')).paddingTop`), '60px');
  const linked = await page.context().newPage();
  await linked.goto(person.launch(`${stage.world.app.url}/app/`, '', `g-${id}`));
  await linked.locator('img.shown').waitFor();
  await close();
});

for (const [name, theme] of Object.entries({
  'white on yellow': {
    bg_color: '#ffffff',
    secondary_bg_color: '#f4f4f0',
    button_color: '#ffd500',
    button_text_color: '#ffffff',
  },
  'grey on grey': {
    bg_color: '#555a60',
    secondary_bg_color: '#4c5056',
    section_bg_color: '#5d6268',
    text_color: '#888888',
    hint_color: '#6f7479',
    subtitle_text_color: '#6f7479',
    link_color: '#5a7a9a',
    button_color: '#808890',
    button_text_color: '#909aa4',
    destructive_text_color: '#a05050',
  },
})) {
  test(`everything can be read whatever the theme brings: ${name}`, async () => {
    const { page, complaints, close } = await open('Painter');
    await tell(page, 'theme_changed', { theme_params: theme });
    assert.deepEqual(await barriersOn(page), [], 'home');
    await take(page, `theme-${name}-home`);
    await page.getByRole('searchbox').fill('z-image');
    await page.locator('.model-main').first().click();
    await page.locator('.chip[aria-pressed=true]').first().waitFor();
    assert.deepEqual(await barriersOn(page), [], 'studio');
    await take(page, `theme-${name}-studio`);
    await tell(page, 'settings_button_pressed');
    await page.locator('.pack').first().waitFor();
    await page.getByRole('button', { name: 'Share' }).scrollIntoViewIfNeeded();
    assert.deepEqual(await barriersOn(page), [], 'account');
    await take(page, `theme-${name}-account`);
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('the subscription is paid, ended and taken up again; the chat is quietened', async () => {
  const { page, person, complaints, close } = await open('Monthly');
  await account(page).click();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.evaluate(whenTold('web_app_open_invoice'));
  const [{ slug } = {}] = await told(page, 'web_app_open_invoice');
  assert.deepEqual(await person.pay(`https://t.me/$${slug}`), { paid: true });
  await tell(page, 'invoice_closed', { slug, status: 'paid' });
  await page.getByText(/Next on/).waitFor();
  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByText(/Ends on/).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText(/Next on/).waitFor();
  const quiet = page.getByRole('switch');
  await quiet.click();
  await page.locator('[role=switch][aria-checked=false]').waitFor();
  await page.reload();
  await page.locator('[role=switch][aria-checked=false]').waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [1280, 800],
] as const) {
  for (const [locale, colorScheme] of [
    ['en', 'light'],
    ['en', 'dark'],
    ['ru', 'light'],
    ['ru', 'dark'],
  ] as const) {
    test(`results and account: nothing is cut off or out of reach at ${width} in ${locale}, ${colorScheme}`, async () => {
      const { page, person, complaints, close } = await open('Mira', {
        viewport: { width, height },
        colorScheme,
        locale,
      });
      const name = (screen: string) => `${screen}-${locale}-${colorScheme}-${width}`;
      await make(person.id, 'text_to_image', { prompt: 'A lighthouse at sunset, soft light, long exposure' });
      await make(person.id, 'text_to_video', { prompt: 'Waves on the shore' });
      await make(person.id, 'text_to_image', { prompt: 'A small boat' });
      await results(page).click();
      await page.locator('.shot .there').nth(2).waitFor();
      await isUsable(page, name('gallery'));
      await page.locator('.shot').first().click();
      await page.locator('img.shown').waitFor();
      await isUsable(page, name('result'));
      await account(page).click();
      await page.locator('.entry-row').first().waitFor();
      await isUsable(page, name('account'));
      await page.locator('button.setting').scrollIntoViewIfNeeded();
      await take(page, name('settings'));
      assert.deepEqual(complaints, []);
      await close();
    });
  }
}

async function isUsable(page: Page, name: string): Promise<void> {
  await take(page, name);
  const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  assert.ok(Number(wider) <= 0, `${name} scrolls sideways by ${wider}`);
  assert.deepEqual(await barriersOn(page), [], name);
}
