import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, type Stage, setStage, take } from './stage.ts';

let stage: Stage;

before(async () => {
  stage = await setStage();
});

after(() => stage?.[Symbol.asyncDispose]());

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en', 'ru'] as const) {
    test(`in the chat page, ${colorScheme}, ${locale}: from start to a picture in three taps`, async () => {
      const { world, browser } = stage;
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const person = world.telegram.people.join({ first_name: 'Mira', language_code: locale });
      await page.goto(`${world.telegram.url}/#${person.id}`);

      await page
        .getByRole('button', { name: /^(start|начать|старт)/i })
        .first()
        .click();
      await page.getByRole('button', { name: /🦊/ }).waitFor();
      await take(page, `menu-${locale}-${colorScheme}`);
      await page.getByRole('button', { name: /🦊/ }).click();
      const confirm = page.getByRole('button', { name: /\d+ 💎/ });
      await confirm.waitFor();
      await take(page, `form-${locale}-${colorScheme}`);
      await confirm.click();
      await page.locator('img').last().waitFor({ timeout: 20_000 });
      await world.settle();
      await page.getByRole('button', { name: /📄/ }).waitFor();
      await take(page, `result-${locale}-${colorScheme}`);

      assert.deepEqual(complaints, []);
      const overflow = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      assert.equal(overflow, false, 'the page scrolls sideways');
      await context.close();
    });
  }
}
