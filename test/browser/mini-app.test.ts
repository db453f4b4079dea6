import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { barriersOn, complaintsOf, type Stage, setStage, take } from './stage.ts';

const startCredits = 60;
let stage: Stage;

before(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../web/build/main.ts'), '--if-stale']);
  stage = await setStage({ START_CREDITS: String(startCredits) });
});

after(() => stage?.[Symbol.asyncDispose]());

async function openPage(options: Parameters<Stage['browser']['newContext']>[0] = {}) {
  const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  return { context, page, complaints: complaintsOf(page) };
}

/** The page as Telegram opens it, without anything around it: its own button takes the place of Telegram's. */
async function launch(page: Page, name: string, locale = 'en') {
  const person = stage.world.telegram.people.join({ first_name: name, language_code: locale });
  await page.goto(person.launch(`${stage.world.app.url}/app/`, ''));
  await page.locator('.wish').first().waitFor();
  return person;
}

test('from the chat’s menu button to a picture, with Telegram’s own buttons around the page', async () => {
  const { world } = stage;
  const { page, complaints, context } = await openPage();
  const person = world.telegram.people.join({ first_name: 'Mira', language_code: 'en' });
  await page.goto(`${world.telegram.url}/#${person.id}`);
  await page.getByRole('button', { name: /^start/i }).click();
  await page.getByRole('button', { name: 'Studio', exact: true }).click();
  const app = page.frameLocator('iframe');
  await app.getByRole('searchbox').fill('z-image');
  await app
    .getByRole('button', { name: /^Z-Image/ })
    .first()
    .click();
  const main = page.locator('.mini-app-main');
  await main.filter({ hasText: 'Fill in: Prompt' }).click();
  await app.getByText('“Prompt” is needed.').waitFor();
  await app.getByLabel('Prompt').fill('A heron in the mist');
  await main.filter({ hasText: /^Generate · \d+\s💎$/ }).waitFor();
  await take(page, 'mini-app-in-chat');
  await main.click();
  await app.getByRole('heading', { name: /made|queue|way/ }).waitFor();
  await world.settle();
  await app.locator('img.shown').waitFor();
  await page.locator('.mini-app').getByRole('button', { name: 'Back' }).click();
  await app.locator('.model').first().waitFor();
  assert.deepEqual(complaints, []);
  assert.equal(person.messages.filter((it) => it.photo).length, 1, 'the picture is in the chat, too');
  await context.close();
});

test('too few credits lead to a pack, and what was wished for starts once it is paid', async () => {
  const { world } = stage;
  const { page, complaints, context } = await openPage();
  const person = world.telegram.people.join({ first_name: 'Paul', language_code: 'en' });
  person.send('/start');
  await person.nextMessage();
  await page.goto(`${world.telegram.url}/#${person.id}`);
  await page.getByRole('button', { name: 'Studio', exact: true }).click();
  const app = page.frameLocator('iframe');
  await app.getByRole('searchbox').fill('kling 2.6 text');
  await app.locator('.model-main').first().click();
  await app.getByLabel('Prompt').fill('A train in the snow');
  await page.locator('.mini-app-main').filter({ hasText: 'Top up' }).click();
  await take(page, 'mini-app-top-up');
  await app.locator('.sheet .pack').first().click();
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await app.locator('.under-way').waitFor();
  await world.settle();
  await app.locator('video.shown').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('launch data that is tampered with, foreign or too old opens nothing', async () => {
  const { world } = stage;
  const person = world.telegram.people.join({ first_name: 'Eve', language_code: 'en' });
  const good = person.launch(`${world.app.url}/app/`, '');
  const refused = {
    tampered: good.replace('Eve', 'Eva'),
    'of nobody': `${world.app.url}/app/`,
    'used by another page': good,
  };
  const first = await openPage();
  await first.page.goto(good);
  await first.page.locator('.wish').first().waitFor();
  await first.page.reload();
  await first.page.locator('.wish').first().waitFor();
  await first.context.close();
  for (const [what, url] of Object.entries(refused)) {
    const { page, context } = await openPage();
    await page.goto(url);
    await page.getByRole('heading', { name: 'Please open it from Telegram' }).waitFor();
    assert.equal(await page.locator('.wish').count(), 0, what);
    await context.close();
  }
});

test('the page can be used before the server has looked who it is, and a form opens as soon as it has', async () => {
  const { page, complaints, context } = await openPage();
  const looked = Promise.withResolvers<void>();
  await page.route('**/app/api/session', async (route) => {
    await looked.promise;
    await route.continue();
  });
  await launch(page, 'Early');
  await page.getByRole('heading', { name: 'Early' }).waitFor();
  assert.equal(await page.locator('.balance-chip').innerText(), '…');
  await page.getByRole('searchbox').fill('z-image');
  await page.locator('.model-main').first().click();
  await page.getByRole('status', { name: 'Loading' }).waitFor();
  looked.resolve();
  await page.getByLabel('Prompt').waitFor();
  await page.goBack();
  await page.getByText(String(startCredits), { exact: true }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a language that was chosen holds at the next visit, from its first moment', async () => {
  const { page, context } = await openPage();
  const { translator } = stage.world.app.rooms;
  const person = await launch(page, 'Vera');
  await page.locator('.tab').nth(2).click();
  await page.getByRole('button', { name: translator.t('ru', 'language-name') }).click();
  await page.getByRole('heading', { name: translator.t('ru', 'web-statement') }).waitFor();
  const next = await context.newPage();
  await next.route('**/app/api/session', () => undefined);
  await next.goto(person.launch(`${stage.world.app.url}/app/`, ''));
  await next.getByRole('searchbox', { name: translator.t('ru', 'web-search-label') }).waitFor();
  // Elsewhere it is the app's language until the server has said which was chosen.
  const elsewhere = await openPage();
  await elsewhere.page.goto(person.launch(`${stage.world.app.url}/app/`, ''));
  await elsewhere.page.getByRole('searchbox', { name: translator.t('ru', 'web-search-label') }).waitFor();
  await elsewhere.page
    .locator('.wish-name')
    .filter({ hasText: /\p{Script=Cyrillic}/u })
    .first()
    .waitFor();
  await elsewhere.context.close();
  await context.close();
});

test('a cut line is told, and what ended meanwhile is there when it is back', async () => {
  const { world } = stage;
  const { page, context } = await openPage();
  await launch(page, 'Olga');
  await page.getByRole('searchbox').fill('z-image');
  await page.locator('.model-main').first().click();
  await page.getByLabel('Prompt').fill('A bridge');
  await page.getByRole('button', { name: /^Generate · \d+\s💎$/ }).click();
  await page.locator('.under-way').waitFor();
  await context.setOffline(true);
  await page.evaluate("fetch('/app/api/account').catch(() => 0)");
  await world.settle();
  await context.setOffline(false);
  await page.locator('img.shown').waitFor({ timeout: 20_000 });
  await context.close();
});

test('every language of the product is spoken in the page, at once', async () => {
  const { page, complaints, context } = await openPage();
  const person = await launch(page, 'Rosa');
  const { translator } = stage.world.app.rooms;
  await page.locator('.tab').nth(2).click();
  for (const locale of [...translator.locales, 'en']) {
    await page.getByRole('button', { name: translator.t(locale, 'language-name') }).click();
    await page.getByRole('heading', { name: translator.t(locale, 'web-statement') }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), locale);
  }
  person.send('/start');
  assert.match(String((await person.nextMessage()).text), /^Hello/, 'the chat speaks it, too');
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [1280, 800],
] as const) {
  for (const [locale, colorScheme] of [
    ['en', 'light'],
    ['ru', 'dark'],
  ] as const) {
    test(`nothing is cut off or out of reach at ${width} in ${locale}, ${colorScheme}`, async () => {
      const { page, complaints, context } = await openPage({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
      });
      await launch(page, 'Mira', locale);
      const name = (screen: string) => `mini-app-${screen}-${locale}-${colorScheme}-${width}`;
      await fits(page, name('home'));
      await page.locator('.wish').first().click();
      await page.locator('.model').first().waitFor();
      await fits(page, name('models'));
      await page.locator('.model-main').first().click();
      await page.locator('.prompt').fill('A lighthouse at sunset, soft light, long exposure');
      await page.getByRole('button', { name: /\d+\s💎/ }).waitFor();
      await fits(page, name('studio'));
      await page.getByRole('button', { name: /\d+\s💎/ }).click();
      await page.locator('.under-way').waitFor();
      await fits(page, name('progress'));
      await stage.world.settle();
      await page.locator('img.shown').waitFor();
      await fits(page, name('result'));
      await page.locator('.tab').nth(1).click();
      await page.locator('.shot').first().waitFor();
      await fits(page, name('results'));
      await page.locator('.tab').nth(2).click();
      await page.locator('.pack').first().waitFor();
      await fits(page, name('account'));
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

async function fits(page: Page, name: string): Promise<void> {
  await take(page, name);
  const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  assert.ok(Number(wider) <= 0, `${name} scrolls sideways by ${wider}`);
  assert.deepEqual(await barriersOn(page), [], name);
}
