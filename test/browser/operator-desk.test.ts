import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { barriersOn, complaintsOf, type Stage, setStage, take } from './stage.ts';

const olga = { id: 4242, first_name: 'Olga', language_code: 'en' };
let stage: Stage;

before(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../web/build/main.ts'), '--if-stale']);
  stage = await setStage({ ADMIN_IDS: String(olga.id), START_CREDITS: '900' });
});

after(() => stage?.[Symbol.asyncDispose]());

async function openPage(options: Parameters<Stage['browser']['newContext']>[0] = {}) {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  return { context, page, complaints: complaintsOf(page) };
}

/** The operator asks the bot for a link, by the command or by the button below /admin. */
async function linkBy(way: '/desk' | '/admin'): Promise<string> {
  const { people } = stage.world.telegram;
  const boss = people.find(olga.id) ?? people.join(olga);
  boss.send(way);
  if (way === '/admin') await boss.tap(await boss.nextMessage(hasDeskButton), '🖥 Desk');
  const { text = '' } = await boss.nextMessage((it) => /operator\/#/.test(it.text ?? ''));
  return /http\S+/.exec(text)?.[0] ?? '';
}

function hasDeskButton({ reply_markup: markup }: { reply_markup?: unknown }): boolean {
  return JSON.stringify(markup ?? '').includes('🖥 Desk');
}

async function sitDown(options: Parameters<typeof openPage>[0] = {}) {
  const opened = await openPage(options);
  await opened.page.goto(await linkBy('/admin'));
  await opened.page.getByRole('button', { name: 'Leave (Olga)' }).waitFor();
  return opened;
}

async function go(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: "Operator's desk" }).getByRole('link', { name: room }).click();
}

/** Opens the question for the reason, fills it in, and acts. */
async function act(page: Page, button: ReturnType<Page['getByRole']>, fields: Record<string, string>) {
  const name = (await button.textContent()) ?? '';
  await button.click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function order(name: string, words: string) {
  const person = stage.world.telegram.people.join({ first_name: name, language_code: 'en' });
  person.send('/start');
  await person.nextMessage((it) => it.reply_markup !== undefined);
  person.send(words);
  const form = await person.nextMessage((it) => /💎/.test(JSON.stringify(it.reply_markup ?? '')));
  await person.tap(form, /^✅ .+ \d+ 💎$/);
  return person;
}

test('the link of the bot opens the desk once; whoever comes second, or is no operator, stays outside', async () => {
  const link = await linkBy('/desk');
  const first = await openPage();
  await first.page.goto(link);
  await first.page.getByRole('button', { name: 'Leave (Olga)' }).waitFor();
  assert.ok(!first.page.url().includes('#'), 'the secret has left the address');
  await first.page.reload();
  await first.page.getByRole('button', { name: 'Leave (Olga)' }).waitFor();
  assert.deepEqual(first.complaints, []);
  const second = await openPage();
  await second.page.goto(link);
  await second.page.getByText('was used before or is too old').waitFor();
  const stranger = stage.world.telegram.people.join({ first_name: 'Carl', language_code: 'en' });
  stranger.send('/desk');
  await stranger.nextMessage((it) => /do not know this command|unknown/i.test(it.text ?? ''));
  await second.page.goto(stranger.launch(`${stage.world.app.url}/operator/`, ''));
  await second.page.reload();
  await second.page.getByText('This is for operators only.').waitFor();
  await first.page.getByRole('button', { name: 'Leave (Olga)' }).click();
  await first.page.getByText('Send /desk to the bot').waitFor();
  await first.context.close();
  await second.context.close();
});

test('what runs is seen live, and afterwards its whole story', async () => {
  const { page, context, complaints } = await sitDown();
  stage.world.kie.scenario.task({ runMs: 6_000 });
  const mira = await order('Mira', 'A heron in the mist');
  const row = page.getByRole('region', { name: 'Running now' }).first().getByRole('row');
  await row.filter({ hasText: 'Mira' }).filter({ hasText: 'running' }).waitFor();
  await take(page, 'desk-live');
  await row.filter({ hasText: 'Mira' }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'running' }).waitFor();
  await stage.world.settle();
  await page.locator('h1 .delivered').waitFor();
  const states = await page.getByRole('table').first().locator('tbody tr td:first-child').allTextContents();
  assert.deepEqual(states, ['in line', 'being sent', 'running', 'being delivered', 'delivered']);
  await page.getByText('generation, on hold').waitFor();
  await page.getByText('generation, booked').waitFor();
  await page.getByText(/photo \d+/).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'desk-story');
  assert.equal(mira.messages.filter((it) => it.photo).length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('an uncertain purchase is released with a reason, and the credits are back', async () => {
  const { page, context, complaints } = await sitDown();
  stage.world.kie.scenario.next('createTask', { kind: 'drop', after: false });
  const nora = await order('Nora', 'A lamp');
  await nora.waitFor((it) => /did not confirm the order/.test(it.text ?? ''));
  await go(page, 'Uncertain');
  const row = page.getByRole('row').filter({ hasText: 'Nora' });
  await act(page, row.getByRole('button', { name: 'Release' }), { Reason: 'Nothing in the log of kie.ai' });
  await page.getByText('Nothing here.').waitFor();
  await stage.world.settle();
  await nora.waitFor((it) => /never confirmed the order/.test(it.text ?? ''));
  assert.deepEqual(complaints, []);
  await context.close();
});

test('credits are given for a reason that the audit log keeps, and leave as CSV', async () => {
  const { page, context, complaints } = await sitDown();
  const ivo = stage.world.telegram.people.join({ first_name: 'Ivo', language_code: 'en' });
  ivo.send('/start');
  await ivo.nextMessage((it) => it.reply_markup !== undefined);
  await go(page, 'People');
  await page.getByLabel('Id, @name or first name').fill('ivo');
  await page.getByLabel('Id, @name or first name').press('Enter');
  await page.getByRole('link', { name: String(ivo.id) }).click();
  await act(page, page.getByRole('button', { name: 'Give credits' }), {
    Credits: '25',
    Reason: '=A kind word',
  });
  await page.getByText('925').first().waitFor();
  await go(page, 'Audit log');
  await page
    .getByRole('row')
    .filter({ hasText: 'credits-granted' })
    .filter({ hasText: '=A kind word' })
    .waitFor();
  await take(page, 'desk-audit');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), 'kiegram-audit.csv');
  assert.match(readFileSync(await file.path(), 'utf8'), /credits-granted,person:\d+,'=A kind word/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a model that is switched off is no longer offered, until it is switched on', async () => {
  const { page, context, complaints } = await sitDown();
  const { telegram } = stage.world;
  const guest = telegram.people.join({ first_name: 'Guest', language_code: 'en' });
  guest.send('/start');
  await guest.nextMessage((it) => it.reply_markup !== undefined);
  const listed = async () => {
    guest.send('/models z-image');
    const found = await guest.nextMessage((it) => it.reply_markup !== undefined);
    return /Z-Image/.test(JSON.stringify(found.reply_markup));
  };
  assert.ok(await listed());
  await go(page, 'Registry');
  await page.getByLabel('Model, vendor or type').fill('z-image');
  await page.getByLabel('Model, vendor or type').press('Enter');
  const row = page.getByRole('row').filter({ hasText: '(z-image)' });
  await act(page, row.getByRole('button', { name: 'Switch off' }), { Reason: 'It fails too often' });
  await row.getByRole('button', { name: 'Switch on' }).waitFor();
  assert.ok(!(await listed()));
  await act(page, row.getByRole('button', { name: 'Switch on' }), { Reason: 'It is well again' });
  await row.getByRole('button', { name: 'Switch off' }).waitFor();
  assert.ok(await listed());
  assert.deepEqual(complaints, []);
  await context.close();
});

test('the registry is compared with kie.ai’s catalogue: progress is seen, then what is new, and it leaves as CSV', async () => {
  const { page, context, complaints } = await sitDown();
  const { catalogue } = stage.world.kie;
  const z = catalogue.get('z-image');
  assert.ok(z);
  for (const { id } of catalogue.list().slice(20)) if (id !== z.id) catalogue.remove(id);
  catalogue.put({ ...z, id: 'z-image-2', title: 'Z-Image 2' });
  catalogue.put({ ...z, prices: [{ unit: 'image', credits: 9 }] });
  await go(page, 'Registry');
  await page.getByText('Not compared yet.').waitFor();
  await act(page, page.getByRole('button', { name: 'Compare' }), { Reason: 'The monthly look' });
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Compare' }).waitFor({ state: 'detached' });
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const changed = row('price').filter({ hasText: '0.8' }).filter({ hasText: '9' });
  while (!(await changed.isVisible())) {
    stage.world.clock.advance(1_000);
    await page.waitForTimeout(20);
  }
  await row('Z-Image 2 (z-image-2)').waitFor();
  await take(page, 'desk-catalogue');
  const coming = page.waitForEvent('download');
  await page.getByRole('region', { name: "kie.ai's catalogue" }).getByRole('button', { name: 'CSV' }).click();
  assert.match(readFileSync(await (await coming).path(), 'utf8'), /\r\nchanged,z-image,price,0\.8,9,/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a broadcast is written, looked at by its writer alone, and reaches those it was meant for', async () => {
  const { page, context, complaints } = await sitDown();
  const { telegram } = stage.world;
  const boss = telegram.people.find(olga.id);
  const join = (first_name: string, language_code: string) => {
    const person = telegram.people.join({ first_name, language_code });
    person.send('/start');
    return person;
  };
  const [pablo, maria, wanda] = [join('Pablo', 'es'), join('Maria', 'es'), join('Wanda', 'en')];
  for (const person of [pablo, maria, wanda]) await person.nextMessage((it) => it.reply_markup !== undefined);
  const words = 'Hay modelos nuevos, <b>míralos</b>';
  const has = (person: typeof pablo) => person.messages.filter((it) => it.text === words).length;
  await go(page, 'Broadcasts');
  await page.getByLabel('As people are to read it').fill(words);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'not started' }).waitFor();
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('definition').filter({ hasText: /^2$/ }).waitFor();
  await page.getByRole('button', { name: 'Send it to me' }).click();
  await page.getByText('It is in your chat with the bot.').waitFor();
  assert.deepEqual([boss && has(boss), has(pablo)], [1, 0]);
  await take(page, 'desk-broadcast-draft');
  await act(page, page.getByRole('button', { name: 'Start' }), { Reason: 'News of the week' });
  await stage.world.settle();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'done' }).waitFor();
  assert.deepEqual([has(pablo), has(maria), has(wanda), boss && has(boss)], [1, 1, 0, 1]);
  await go(page, 'Broadcasts');
  await page.getByRole('row').filter({ hasText: words }).filter({ hasText: 'done' }).waitFor();
  await take(page, 'desk-broadcasts');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  assert.match(
    readFileSync(await (await coming).path(), 'utf8'),
    /,done,"?Hay modelos nuevos.*,es,.*,2,2,0,0,0/,
  );
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a draft can be cancelled for good, and the lists leave as CSV', async () => {
  const { page, context, complaints } = await sitDown();
  await go(page, 'Broadcasts');
  await page.getByLabel('As people are to read it').fill('Never mind');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await act(page, page.getByRole('button', { name: 'Cancel for good' }), { Reason: 'A typo' });
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'cancelled' }).waitFor();
  await page.getByRole('button', { name: 'Start' }).waitFor({ state: 'detached' });
  for (const [room, head] of [
    ['Promo codes', 'code,credits,uses'],
    ['Uncertain', 'generation,model,person'],
    ['Registry', 'id,title,vendor'],
  ] as const) {
    await go(page, room);
    const coming = page.waitForEvent('download');
    await page.getByRole('region', { name: room }).getByRole('button', { name: 'CSV' }).click();
    assert.ok(readFileSync(await (await coming).path(), 'utf8').startsWith(head), room);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test('every page stands on a desk and on a phone, by day and by night, without a word missing', async () => {
  const rooms = [
    'live',
    'charts',
    'people',
    'generations',
    'payments',
    'uncertain',
    'promo',
    'broadcasts',
    'models',
    'audit',
  ];
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
  for (const [name, options] of [
    ['desk', {}],
    ['phone', phone],
  ] as const) {
    const { page, context, complaints } = await sitDown(options);
    for (const room of rooms) {
      await page.goto(`${stage.world.app.url}/operator/${room}`);
      await page.getByRole('main').locator('section, figure, dl').first().waitFor();
      const text = await page.locator('body').innerText();
      assert.doesNotMatch(text, /desk-[a-z]/, room);
      assert.deepEqual(await barriersOn(page), [], room);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.ok(Number(wide) <= 0, `${room} is wider than a ${name}`);
      const tab = await page.evaluate(tabIsSeen);
      assert.ok(tab, `the tab of ${room} is out of sight on a ${name}`);
      await take(page, `${name}-${room}`);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

/** Whether the page's own tab stands within the row of tabs. */
const tabIsSeen = `(() => {
  const tab = document.querySelector('nav [aria-current]').getBoundingClientRect();
  const row = document.querySelector('header nav').getBoundingClientRect();
  return tab.left >= row.left - 1 && tab.right <= row.right + 1;
})()`;
