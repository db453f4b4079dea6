import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createOffer } from '#forms';
import { defaultGenerationConfig } from '#generation';
import { isAppError } from '#platform';
import { sample } from '#registry';
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

test('a file comes in by choosing or pasting, is cut to a shape, and goes into the order', async () => {
  const { page, complaints, context } = await openPage();
  await launch(page, 'Lena');
  await page.getByRole('searchbox').fill('nano banana edit');
  await page.locator('.model-main').first().click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(join(import.meta.dirname, '../../docs/images/menu-en-light.png'));
  await page.locator('.tile img').waitFor();
  await page.getByRole('button', { name: 'Crop' }).click();
  await page.locator('.crop img').waitFor();
  await take(page, 'mini-app-crop');
  const cut = page.waitForResponse(/\/app\/api\/files/);
  await page.getByRole('button', { name: 'Use it' }).click();
  await cut;
  await page.getByLabel('Prompt').fill('Make it winter');
  await page.getByRole('button', { name: /^Generate · \d+\s💎$/ }).click();
  await stage.world.settle();
  await page.locator('.compare img.shown').waitFor();
  await page.getByLabel('Compare before and after').press('ArrowRight');
  await take(page, 'mini-app-compare');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a mask is painted on the picture: black where it was touched', async () => {
  const { page, complaints, context } = await openPage();
  await launch(page, 'Mask');
  await page.getByRole('searchbox').fill('ideogram v3-edit');
  await page.locator('.model-main').first().click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(join(import.meta.dirname, '../../docs/images/menu-en-light.png'));
  await page.locator('.tile img').first().waitFor();
  await page.getByRole('button', { name: 'Paint the mask' }).click();
  const canvas = await page.locator('.mask canvas').boundingBox();
  assert.ok(canvas);
  await page.mouse.move(canvas.x + 40, canvas.y + 60);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 90, canvas.y + 90, { steps: 4 });
  await page.mouse.up();
  await take(page, 'mini-app-mask');
  const stored = page.waitForResponse(/\/app\/api\/files/);
  await page.getByRole('button', { name: 'Use it' }).click();
  const { url } = (await (await stored).json()) as { url: string };
  assert.deepEqual(await page.evaluate(tones(url)), [0, 255], 'black and white alone');
  await page.locator('.tile').nth(1).locator('img').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

/** Reads every tone of a picture, in the browser. */
function tones(url: string): string {
  return `(async () => {
    const picture = await createImageBitmap(await (await fetch('${url}')).blob());
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    return [...new Set(data.filter((_, at) => at % 4 === 0))].sort((one, other) => one - other);
  })()`;
}

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

test('every model’s form takes a valid sample and names the chat’s price', async () => {
  const { registry, generations } = stage.world.app.rooms;
  const { page, complaints, context } = await openPage();
  await launch(page, 'Vera');
  const models = createOffer(registry, defaultGenerationConfig.terms).all();
  assert.ok(models.length > 150);
  const differing: string[] = [];
  for (const { model } of models) {
    // As slowly as a person opens forms: on a quick machine all of them at once are more calls than one may make.
    stage.world.clock.advance(1_000);
    const input = sample(model);
    const expected = await priceText(() => generations.quote(model.id, input));
    const shown = await priceOnPage(page, model.id, input);
    if (shown !== expected) differing.push(`${model.id}: ${shown}, the chat says ${expected}`);
    const nameless = (await page.evaluate(controlsWithoutName)) as string[];
    differing.push(...nameless.map((control) => `${model.id}: nobody can hear what this is: ${control}`));
  }
  assert.deepEqual(differing, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** What a screen reader could not name, and ids that stand twice. */
const controlsWithoutName = `(() => {
  const all = [...document.querySelectorAll('input, textarea, select, button, [role=group]')];
  const named = (it) => it.labels?.length || it.ariaLabel || it.textContent.trim() || it.title;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [...all.filter((it) => !named(it)).map((it) => it.outerHTML.slice(0, 120)), ...twice];
})()`;

async function priceText(quote: () => Promise<{ credits: number }>): Promise<string> {
  try {
    return String((await quote()).credits);
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

/** Lays the input out as the page keeps it, opens the form, and reads what it says about the price. */
async function priceOnPage(page: Page, modelId: string, input: Record<string, unknown>): Promise<string> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/app/api/form'));
  const path = `/app/make/${encodeURIComponent(modelId)}`;
  await page.evaluate(`
    sessionStorage.setItem(${JSON.stringify(`draft ${modelId}`)}, ${JSON.stringify(JSON.stringify({ input, files: {} }))});
    history.pushState({ depth: 1 }, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate'));`);
  const form = (await (await answer).json()) as {
    price: { kind: string; credits?: number };
    fields: unknown[];
  };
  await page.locator('.studio .field').first().waitFor();
  await page.locator('.sum').waitFor();
  if (form.price.kind !== 'priced') return form.price.kind;
  const text = await page.locator('.sum dd').first().innerText();
  return text.replace(/\D/g, '');
}

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
