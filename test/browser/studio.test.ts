import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createOffer } from '#forms';
import { defaultGenerationConfig } from '#generation';
import { sample } from '#registry';
import { barriersOn, complaintsOf, type Stage, setStage, take } from './stage.ts';

const [pictureWidth, pictureHeight] = [900, 600];
let picture = { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('') as Buffer };
const generate = /^Generate · \d+\s💎$/;
let stage: Stage;

before(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../web/build/main.ts'), '--if-stale']);
  stage = await setStage({ START_CREDITS: '100000' });
  picture = { ...picture, buffer: await landscape() };
});

/** Hills under an evening sky, drawn by the browser. */
async function landscape(): Promise<Buffer> {
  const page = await stage.browser.newPage();
  const drawn = (await page.evaluate(`(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: ${pictureWidth}, height: ${pictureHeight} });
    const pen = canvas.getContext('2d');
    const sky = pen.createLinearGradient(0, 0, 0, 420);
    [[0, '#27366b'], [0.5, '#b8618c'], [1, '#ffc27a']].forEach(([at, colour]) => sky.addColorStop(at, colour));
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 900, 600);
    pen.fillStyle = '#fff1c9';
    pen.arc(610, 300, 62, 0, 7);
    pen.fill();
    [['#7b4c7d', 330, 60, 130], ['#4a3866', 410, 50, 90], ['#1f2342', 490, 40, 150]].forEach(([colour, y, rise, wave]) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.moveTo(0, 600);
      for (let x = 0; x <= 900; x += 5) pen.lineTo(x, y + rise * Math.sin(x / wave + y));
      pen.lineTo(900, 600);
      pen.fill();
    });
    return canvas.toDataURL('image/png').split(',')[1];
  })()`)) as string;
  await page.close();
  return Buffer.from(drawn, 'base64');
}

after(() => stage?.[Symbol.asyncDispose]());

type Look = Parameters<Stage['browser']['newContext']>[0] & { name: string; locale?: string };

/** Somebody with the page in front of them, as Telegram opens it. */
async function open({ name, locale = 'en', ...look }: Look) {
  const context = await stage.browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...look,
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const person = stage.world.telegram.people.join({ first_name: name, language_code: locale });
  await page.goto(person.launch(`${stage.world.app.url}/app/`, ''));
  await page.locator('.wish').first().waitFor();
  return {
    page,
    person,
    context,
    async [Symbol.asyncDispose]() {
      assert.deepEqual(complaints, []);
      await context.close();
    },
    /** Complaints about a line that the story itself cut are none. */
    forgive: () => complaints.splice(0),
  };
}

/** Goes to a model's form without a word typed. */
async function goTo(page: Page, modelId: string): Promise<void> {
  await page.evaluate(`
    history.pushState({ depth: 1 }, '', ${JSON.stringify(`/app/make/${encodeURIComponent(modelId)}`)});
    dispatchEvent(new PopStateEvent('popstate', { state: { depth: 1 } }));`);
  await page.locator('.studio .field').first().waitFor();
}

/** What a browser hands over when a file is dropped or pasted, as an expression. */
function handed(mime: string): string {
  return `(() => {
    const given = new DataTransfer();
    const bytes = Uint8Array.from(atob('${picture.buffer.toString('base64')}'), (it) => it.charCodeAt(0));
    given.items.add(new File([bytes], 'picture.png', { type: '${mime}' }));
    return given;
  })()`;
}

async function drop(page: Page, mime = 'image/png'): Promise<void> {
  const dataTransfer = await page.evaluateHandle(handed(mime));
  await page.locator('.files').first().dispatchEvent('drop', { dataTransfer });
}

async function paste(page: Page): Promise<void> {
  await page.evaluate(`document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: ${handed('image/png')}, bubbles: true, cancelable: true }))`);
}

const upload = (page: Page) => page.waitForResponse((it) => it.url().includes('/app/api/files?'));

/** Size and tones of a picture, by the number of its dots, read in the browser. */
async function looksOf(page: Page, url: string) {
  return (await page.evaluate(`(async () => {
    const picture = await createImageBitmap(await (await fetch('${url}')).blob());
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    const tones = {};
    for (let at = 0; at < data.length; at += 4) tones[data[at]] = (tones[data[at]] ?? 0) + 1;
    return { width: picture.width, height: picture.height, tones };
  })()`)) as { width: number; height: number; tones: Record<number, number> };
}

test('a picture comes by drop, by pasting and from results; one that cannot be brought is kept and tried again', async () => {
  await using scene = await open({ name: 'Lena' });
  const { page, context } = scene;
  await goTo(page, 'google/nano-banana-edit');
  await drop(page);
  await page.locator('.tile:not(.pending) img').waitFor();
  await paste(page);
  await page.locator('.tile:not(.pending)').nth(1).waitFor();

  await drop(page, 'text/plain');
  await page.getByText('This is no picture.').waitFor();
  await page
    .locator('.tile.failed')
    .getByRole('button', { name: /Remove/ })
    .click();
  await context.setOffline(true);
  await drop(page);
  await page.locator('.tile.failed').waitFor();
  await page.getByText('Check your connection').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.tile:not(.pending):not(.failed)').nth(2).waitFor();
  scene.forgive();

  await page.getByRole('button', { name: 'Crop' }).first().click();
  await page.locator('.crop img').waitFor();
  await page.locator('.sheet').getByRole('button', { name: '1:1', exact: true }).click();
  await take(page, 'studio-crop');
  const cut = upload(page);
  await page.getByRole('button', { name: 'Use it' }).click();
  const { url } = (await (await cut).json()) as { url: string };
  const looks = await looksOf(page, url);
  assert.equal(looks.width, looks.height, 'a square');
  await page.getByLabel('Prompt').fill('Make it winter');
  await page.getByRole('button', { name: generate }).click();
  await stage.world.settle();
  await page.locator('.compare img.shown').waitFor();

  await goTo(page, 'topaz/image-upscale');
  await page.getByRole('button', { name: 'From results' }).click();
  await page.locator('.picker .shot').first().click();
  await page.locator('.tile img').waitFor();
});

test('a mask has the picture’s size; what was painted is white where the model changes white, black where black', async () => {
  await using scene = await open({ name: 'Mask' });
  const { page } = scene;
  for (const [model, painted] of [
    ['qwen2-1/image-to-image', 255],
    ['ideogram/v3-edit', 0],
  ] as const) {
    await goTo(page, model);
    const more = page.getByRole('button', { name: /more settings/i });
    if (await more.count()) await more.click();
    await page.getByRole('button', { name: 'Paint the mask' }).click();
    await page.getByText(/Add the picture first/).waitFor();
    await page.locator('.files input[type=file]').first().setInputFiles(picture);
    await page.locator('.tile:not(.pending) img').first().waitFor();
    await page.getByRole('button', { name: 'Paint the mask' }).click();
    await paint(page, [40, 60], [90, 90]);
    assert.equal(await page.locator('.unsure').count(), painted === 0 ? 1 : 0, 'what is not certain is said');
    if (painted === 0) await take(page, 'studio-mask');
    const looks = await useMask(page);
    assert.deepEqual([looks.width, looks.height], [pictureWidth, pictureHeight]);
    assert.deepEqual(Object.keys(looks.tones), ['0', '255'], 'black and white alone');
    const share = (looks.tones[painted] ?? 0) / (pictureWidth * pictureHeight);
    assert.ok(share > 0.001 && share < 0.2, `${model}: ${share} of it is in the colour of what was painted`);
    await page.locator('.tile').nth(1).locator('img').waitFor();
  }
  await page
    .getByRole('button', { name: /Remove picture|Remove image/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Paint the mask' }).click();
  await paint(page, [40, 60], [90, 90]);
  await page.getByRole('button', { name: 'White', exact: true }).click();
  const swapped = await useMask(page);
  assert.ok((swapped.tones[255] ?? 0) < (swapped.tones[0] ?? 0), 'turned round on wish');
});

async function paint(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.locator('.mask img').evaluate('(it) => it.decode()');
  const canvas = await page.locator('.mask canvas').boundingBox();
  assert.ok(canvas);
  await page.mouse.move(canvas.x + from[0], canvas.y + from[1]);
  await page.mouse.down();
  await page.mouse.move(canvas.x + to[0], canvas.y + to[1], { steps: 4 });
  await page.mouse.up();
}

async function useMask(page: Page) {
  const stored = upload(page);
  await page.getByRole('button', { name: 'Use it' }).click();
  const { url } = (await (await stored).json()) as { url: string };
  return looksOf(page, url);
}

test('lines of a dialogue are added, moved and taken away; a mistake stands in its own line; voices have names', async () => {
  await using scene = await open({ name: 'Otto', viewport: { width: 320, height: 640 } });
  const { page } = scene;
  await goTo(page, 'elevenlabs/text-to-dialogue-v3');
  const entries = page.locator('.entry');
  for (const [index, words] of ['One', 'Two', 'Three'].entries()) {
    await page.getByRole('button', { name: /^Add/ }).click();
    await entries.nth(index).locator('textarea').fill(words);
  }
  await page.getByRole('button', { name: 'Move entry 3 up' }).click();
  await page.getByRole('button', { name: 'Move entry 1 down' }).click();
  const said = () =>
    entries.locator('textarea').evaluateAll((all) => all.map((it) => Reflect.get(it, 'value')));
  assert.deepEqual(await said(), ['Three', 'One', 'Two']);
  const judged = page.waitForResponse((it) => it.url().endsWith('/app/api/form'));
  await entries.nth(1).locator('textarea').fill('');
  await judged;
  await page.locator('.sum:not([aria-busy=true])').waitFor();
  await page.getByRole('button', { name: /^Fill in|^Generate/ }).click();
  await entries.nth(1).locator('.problem').waitFor();
  assert.equal(await entries.nth(0).locator('.problem').count(), 0);
  await page.getByRole('button', { name: 'Remove entry 2' }).click();
  await entries.nth(1).locator('.opener').click();
  await page.locator('.sheet').getByRole('searchbox').fill('brad');
  await page.locator('.sheet .option').filter({ hasText: 'Bradford' }).click();
  await page.getByRole('button', { name: generate }).waitFor();
  await take(page, 'studio-dialogue-320');
  await fits(page);
  assert.deepEqual(await barriersOn(page), []);
});

test('what was filled in outlives the page; the last settings begin the next form; a preset brings all of it back', async () => {
  await using scene = await open({ name: 'Nora' });
  const { page } = scene;
  await goTo(page, 'z-image');
  await page.getByLabel('Prompt').fill('A bridge at dawn');
  await page.getByRole('button', { name: '16:9' }).click();
  await page.getByRole('button', { name: generate }).waitFor();
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByLabel('Name of the preset').fill('Bridges');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.locator('.preset').filter({ hasText: 'Bridges' }).waitFor();
  await take(page, 'studio-presets');
  await page.keyboard.press('Escape');
  await page.reload();
  assert.equal(await page.getByLabel('Prompt').inputValue(), 'A bridge at dawn');

  await page.getByRole('button', { name: generate }).click();
  await page.locator('.under-way').waitFor();
  await stage.world.settle();
  await goTo(page, 'z-image');
  await page.locator('.chip[aria-pressed=true]').filter({ hasText: '16:9' }).waitFor();
  assert.equal(await page.getByLabel('Prompt').inputValue(), '', 'settings come along, words do not');
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.locator('.preset .option').filter({ hasText: 'Bridges' }).click();
  await page.getByRole('button', { name: generate }).waitFor();
  assert.equal(await page.getByLabel('Prompt').inputValue(), 'A bridge at dawn');
});

test('a field that refers to earlier results offers the person’s own by name, and the track brings its task along', async () => {
  await using scene = await open({ name: 'Suno' });
  const { page, person } = scene;
  const make = async (modelId: string, input: Record<string, unknown>) => {
    const { generations } = stage.world.app.rooms;
    const { credits: quotedCredits } = await generations.quote(modelId, input);
    const wish = { personId: person.id, chatId: person.id, modelId, input, quotedCredits };
    const { id } = await generations.submit({ ...wish, key: `${person.id} ${modelId}` });
    await stage.world.settle();
    return generations.get(id);
  };
  person.send('/start');
  await person.nextMessage();
  const song = await make('ai-music-api/generate', { prompt: 'A slow waltz', model: 'V5' });
  const [task_id, tracks] = [song?.taskId, song?.result?.media ?? []];
  const about = { name: 'Velvet Ann', description: 'A low, warm voice' };
  await make('ai-music-api/generate-persona', { task_id, audio_id: tracks[0]?.trackId, ...about });

  await goTo(page, 'ai-music-api/generate');
  await page.getByRole('button', { name: /more settings/i }).click();
  const persona = page.locator('#field-persona_id');
  await persona.locator('.opener').click();
  await page.locator('.sheet .option').filter({ hasText: 'Velvet Ann' }).waitFor();
  await take(page, 'studio-persona');
  assert.equal(await page.locator('.sheet .option').count(), 1, 'songs are no personas');
  assert.deepEqual(await barriersOn(page), []);
  await page.locator('.sheet .option').click();
  await persona.locator('.reference').filter({ hasText: 'Velvet Ann' }).waitFor();
  await take(page, 'studio-persona-chosen');
  await persona.getByRole('button', { name: 'Remove Velvet Ann' }).click();
  await persona.locator('.reference').waitFor({ state: 'detached' });
  await persona.locator('.opener').click();
  await page.getByLabel('Or an id from elsewhere').fill('an-id-of-a-friend');
  await page.getByRole('button', { name: 'Use it' }).click();
  await persona.locator('.reference').filter({ hasText: 'an-id-of-a-friend' }).waitFor();

  await goTo(page, 'ai-music-api/create-music-video');
  await page.locator('#field-audio_id .opener').click();
  await page.locator('.sheet .option').nth(1).click();
  const judged = page.waitForResponse((it) => it.url().endsWith('/app/api/form'));
  const { input } = (await judged).request().postDataJSON();
  assert.deepEqual(input, { task_id, audio_id: tracks[1]?.trackId });
  await page.getByRole('button', { name: generate }).click();
  await page.locator('.under-way').waitFor();
});

test('the account lists every preset: renamed, opened, removed; a name that is taken loses nothing', async () => {
  await using scene = await open({ name: 'Nell' });
  const { page, person } = scene;
  const { id: personId } = person;
  const { presets } = stage.world.app.rooms.generations;
  const form = { personId, modelId: 'z-image', input: { prompt: 'A bridge at dawn' } };
  await presets.save({ ...form, name: 'Bridges' });
  await presets.save({ ...form, name: 'Towers' });
  await page.locator('.tab').nth(2).click();
  const row = (text: string) => page.locator('.preset').filter({ hasText: text });
  await row('Towers').waitFor();
  await row('Towers').scrollIntoViewIfNeeded();
  await take(page, 'account-presets');
  assert.deepEqual(await barriersOn(page), []);
  await page.getByRole('button', { name: 'Rename Towers' }).click();
  const name = page.getByLabel('Name of the preset');
  await name.fill('Bridges');
  await take(page, 'account-preset-name');
  assert.deepEqual(await barriersOn(page), []);
  await name.press('Enter');
  await page.getByText('You have another preset of this name.').waitFor();
  assert.equal(scene.forgive().length, 1, 'the browser notes the refusal');
  assert.equal(await name.inputValue(), 'Bridges');
  await name.fill('Old towers');
  await name.press('Enter');
  await row('Old towers').waitFor();
  await page.getByRole('button', { name: 'Remove Bridges' }).click();
  await row('Bridges').waitFor({ state: 'detached' });
  await row('Old towers').locator('.option').click();
  await page.getByRole('button', { name: generate }).waitFor();
  assert.equal(await page.getByLabel('Prompt').inputValue(), 'A bridge at dawn');
  assert.deepEqual(
    (await presets.of(personId)).map((it) => it.name),
    ['Old towers'],
  );
});

test('the server that asks to wait and the line that is cut are told, and the form comes by itself', async () => {
  await using scene = await open({ name: 'Slow' });
  const { page, context } = scene;
  let refusals = 0;
  await page.route('**/app/api/form', async (route) => {
    if (refusals++ > 0) return route.continue();
    await route.fulfill({
      status: 429,
      headers: { 'retry-after': '1' },
      json: { error: 'too-many-calls', message: 'That was a little fast.' },
    });
  });
  await page.getByRole('searchbox').fill('z-image');
  await page.locator('.model-main').first().click();
  await page.getByText('That was a little fast. It goes on by itself in 1 s.').waitFor();
  await page.getByLabel('Prompt').fill('A lamp');
  await page.getByRole('button', { name: generate }).waitFor();
  assert.equal(await page.getByText('little fast').count(), 0);

  await context.setOffline(true);
  await page.getByLabel('Prompt').fill('A lamp in the rain');
  await page.getByText('Nothing is lost').waitFor();
  await context.setOffline(false);
  await page.getByText('Nothing is lost').waitFor({ state: 'detached' });
  await page.locator('.sum:not([aria-busy=true])').waitFor();
  assert.equal(await page.getByLabel('Prompt').inputValue(), 'A lamp in the rain');
  scene.forgive();
});

/** A line as DevTools knows it: 400 kbit/s and 400 ms each way. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

for (const [locale, words] of [
  ['en', { offline: 'Check your connection and try again.', again: 'Try again' }],
  ['ru', { offline: 'Проверьте соединение и попробуйте ещё раз.', again: 'Попробовать снова' }],
] as const) {
  test(`on a slow line an upload shows how far it is; cut in the middle it is told and taken up again, in ${locale}`, async () => {
    await using scene = await open({ name: 'Rail', locale });
    const { page, context } = scene;
    await goTo(page, 'google/nano-banana-edit');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow3g);
    // A picture with noise behind its end: more than the line carries in a moment.
    const buffer = Buffer.concat([picture.buffer, randomBytes(400_000)]);
    await page
      .locator('.files input[type=file]')
      .first()
      .setInputFiles({ ...picture, buffer });
    const progress = page.locator('.tile.pending progress');
    await progress.waitFor();
    const shares = (await page.evaluate(`new Promise((done) => {
      const shares = [];
      const look = () => {
        const { value } = document.querySelector('.tile.pending progress');
        if (value > 0 && !shares.includes(value)) shares.push(value);
        shares.length < 2 ? requestAnimationFrame(look) : done(shares);
      };
      look();
    })`)) as number[];
    assert.ok(0 < Number(shares[0]) && Number(shares[0]) < Number(shares[1]) && Number(shares[1]) < 1);
    await take(page, `studio-upload-${locale}`);
    await devtools.send('Network.emulateNetworkConditions', { ...slow3g, offline: true });
    await page.locator('.tile.failed').waitFor();
    await page.getByText(words.offline).waitFor();
    assert.deepEqual(await barriersOn(page), []);
    await take(page, `studio-upload-cut-${locale}`);
    await devtools.send('Network.emulateNetworkConditions', slow3g);
    const stored = upload(page);
    await page.getByRole('button', { name: words.again }).first().click();
    assert.equal((await stored).status(), 201);
    await page.locator('.tile:not(.pending):not(.failed) img').waitFor();
    assert.equal(await page.locator('.tile').count(), 1);
    scene.forgive();
  });
}

test('an order whose answer is lost is told, and pressed again it is the same order', async () => {
  await using scene = await open({ name: 'Tunnel' });
  const { page, context, person } = scene;
  await goTo(page, 'z-image');
  await page.getByLabel('Prompt').fill('A tunnel');
  const bought = () => stage.world.app.rooms.generations.history(person.id, { limit: 9 });
  await page.route(
    '**/app/api/generations',
    async (route) => {
      await route.fetch();
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: generate }).click();
  await page.getByText('Check your connection and try again.').waitFor();
  assert.equal((await bought()).length, 1, 'the server has it');
  scene.forgive();
  await context.setOffline(false);
  await page.locator('.sum:not([aria-busy=true])').waitFor();
  await page.getByRole('button', { name: generate }).click();
  await page.locator('.result').waitFor();
  await stage.world.settle();
  await page.locator('img.shown').waitFor();
  assert.equal((await bought()).length, 1, 'nothing is bought twice');
  scene.forgive();
});

test('a price that is an upper bound says so', async () => {
  await using scene = await open({ name: 'Bound' });
  const { page } = scene;
  const { registry, generations } = stage.world.app.rooms;
  const bounded = await firstBounded();
  await openPreset(page, scene.person.id, bounded);
  await page.getByText('This is the most it can cost.').waitFor();
  await page.getByText('Price, at most').waitFor();

  async function firstBounded(): Promise<string> {
    for (const { id, pricing, status, needs_earlier_task: later } of registry.models) {
      if (status !== 'active' || later || !pricing.rules.some((rule) => rule.upper_bound)) continue;
      const quote = await generations.quote(id, sample(registry.find(id))).catch(() => null);
      if (quote?.upperBound) return id;
    }
    throw new Error('no model with an upper bound');
  }
});

test('the search over all models says what each key costs', async () => {
  await using scene = await open({ name: 'Quick' });
  const { page, context } = scene;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const box = page.getByRole('searchbox');
  const costs: number[] = [];
  for (const letter of 'kling video 2.6') {
    const before = await spent();
    await box.press(letter === ' ' ? 'Space' : letter);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    costs.push((await spent()) - before);
  }
  assert.ok((await page.locator('.model').count()) > 0);
  const sorted = costs.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(`scripting per key: median ${middle.toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms`);
});

test('every model’s form takes a valid sample and shows the price that the chat’s button shows', async () => {
  await using scene = await open({ name: 'Vera' });
  const { page, person } = scene;
  const { world } = stage;
  person.send('/start');
  await person.nextMessage();
  const models = createOffer(world.app.rooms.registry, defaultGenerationConfig.terms).all();
  assert.ok(models.length > 150);
  const differing: string[] = [];
  for (const { model } of models) {
    // As slowly as a person opens forms: on a quick machine all of them at once are more calls than one may make.
    world.clock.advance(2_000);
    const id = await openPreset(page, person.id, model.id);
    const shown = await page.locator('.sum dd').first().innerText();
    person.send(`/start p_${id}`);
    const { reply_markup: markup } = await person.nextMessage((it) =>
      Boolean(it.text?.includes(model.title)),
    );
    const button = markup?.inline_keyboard?.flat().find(({ text }) => text.startsWith('✅'));
    const [theirs, ours] = [button?.text ?? '', shown].map((text) => text.replace(/.*·|\D/g, ''));
    if (theirs !== ours) differing.push(`${model.id}: ${shown}, the chat says ${button?.text}`);
    const nameless = (await page.evaluate(controlsWithoutName)) as string[];
    differing.push(...nameless.map((control) => `${model.id}: nobody can hear what this is: ${control}`));
  }
  assert.deepEqual(differing, []);
});

/** Keeps the model's smallest valid input as a preset, and opens it in the page. */
async function openPreset(page: Page, personId: number, modelId: string): Promise<string> {
  const { registry, generations } = stage.world.app.rooms;
  const input = sample(registry.find(modelId));
  const { id } = await generations.presets.save({ personId, name: 'Sample', modelId, input });
  await page.evaluate(
    `localStorage.setItem('draft ${personId} ${modelId}', ${JSON.stringify(JSON.stringify({ input }))})`,
  );
  const answer = page.waitForResponse((it) => it.url().endsWith('/app/api/form'));
  await goTo(page, modelId);
  await answer;
  await page.locator('.sum:not([aria-busy=true])').waitFor();
  return id;
}

/** What a screen reader could not name, and ids that stand twice. */
const controlsWithoutName = `(() => {
  const all = [...document.querySelectorAll('input, textarea, select, button, [role=group]')];
  const named = (it) => it.labels?.length || it.ariaLabel || it.textContent.trim() || it.title;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [...all.filter((it) => !named(it)).map((it) => it.outerHTML.slice(0, 120)), ...twice];
})()`;

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [1280, 800],
] as const) {
  for (const [locale, colorScheme] of [
    ['en', 'light'],
    ['ru', 'dark'],
  ] as const) {
    test(`a picture under a frame fits at ${width} in ${locale}, ${colorScheme}`, async () => {
      await using scene = await open({ name: 'Mira', locale, viewport: { width, height }, colorScheme });
      const { page } = scene;
      const name = (screen: string) => `studio-${screen}-${locale}-${colorScheme}-${width}`;
      await take(page, name('catalogue'));
      await fits(page);
      await goTo(page, 'google/nano-banana-edit');
      await page.locator('.files input[type=file]').first().setInputFiles(picture);
      await page.locator('.tile:not(.pending) img').waitFor();
      await page.locator('.prompt').fill('Make it winter, with snow on every roof');
      await page.locator('.chip').filter({ hasText: '16:9' }).click();
      await page.locator('.frame').waitFor();
      await page.getByRole('button', { name: /\d+\s💎/ }).waitFor();
      await take(page, name('frame'));
      await fits(page);
      assert.deepEqual(await barriersOn(page), [], name('frame'));
      await goTo(page, 'ideogram/v3-edit');
      await page.locator('.files input[type=file]').first().setInputFiles(picture);
      await page.locator('.tile:not(.pending) img').waitFor();
      await page
        .locator('.ways .way')
        .filter({ has: page.locator('path') })
        .last()
        .waitFor();
      await page.locator('#field-mask_url .way').first().click();
      await paint(page, [30, 60], [80, 90]);
      await take(page, name('mask'));
      await fits(page);
      assert.deepEqual(await barriersOn(page), [], name('mask'));
    });
  }
}

async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  assert.ok(Number(wider) <= 0, `${page.url()} scrolls sideways by ${wider}`);
}
