import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { complaintsOf, type Stage, setStage, take } from './stage.ts';

let stage: Stage;

before(async () => {
  stage = await setStage();
});

after(() => stage?.[Symbol.asyncDispose]());

const wishes = {
  en: { first: 'a fox in the snow', next: 'the same at night', group: 'New group', title: 'Friends' },
  ru: { first: 'лиса в снегу', next: 'то же самое ночью', group: 'Новая группа', title: 'Друзья' },
} as const;

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['ru', 'dark'],
] as const) {
  test(`in a group of the chat page, ${colorScheme}, ${locale}: one asks, another goes on from the picture`, async () => {
    const { world, browser } = stage;
    const { first, next, group, title } = wishes[locale];
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const [hanna, ivo] = ['Hanna', 'Ivo'].map((name) =>
      world.telegram.people.join({ first_name: name, language_code: locale }),
    );
    assert.ok(hanna && ivo);
    for (const person of [hanna, ivo]) {
      person.send('/start');
      await person.nextMessage((it) => it.reply_markup !== undefined);
    }
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${world.telegram.url}/#${hanna.id}`);
    await page.locator('.person-button').click();
    await page.getByRole('menuitem', { name: group }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.locator('article', { hasText: '/imagine' }).waitFor();

    await write(page, `/imagine ${first}`);
    await buy(page);
    await world.settle();
    const picture = page.locator('article.theirs', { has: page.locator('img') }).last();
    await picture.waitFor({ timeout: 20_000 });
    assert.match(await picture.locator('.reply-head').innerText(), new RegExp(`Hanna\\s+/imagine ${first}`));

    const beside = await context.newPage();
    const others = complaintsOf(beside);
    await beside.goto(`${world.telegram.url}/#${ivo.id}@${new URL(page.url()).hash.split('@')[1]}`);
    const seen = beside.locator('article.theirs', { has: beside.locator('img') }).last();
    await seen.focus();
    await seen.press('r');
    await write(beside, `/imagine ${next}`);
    await buy(beside);
    await world.settle();
    const changed = page.locator('article.theirs', { hasText: `/imagine ${next}` }).last();
    await changed.locator('img').waitFor({ timeout: 20_000 });
    assert.match(await changed.locator('.reply-head').innerText(), /^Ivo/);
    await page.locator('article.theirs .author', { hasText: 'Ivo' }).waitFor();
    await take(page, `group-${locale}-${colorScheme}`);
    assert.equal(hanna.messages.filter((it) => it.photo).length, 0, 'nothing comes into the private chat');
    assert.deepEqual([complaints, others], [[], []]);
    await context.close();
  });
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#field').fill(text);
  await page.locator('#field').press('Enter');
}

async function buy(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /\d+ 💎/ })
    .last()
    .click();
}
