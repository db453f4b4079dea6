import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createWorld, type World } from '#sim';

/** Where pictures of the screens go; without it none are taken. */
const pictures = process.env.PICTURES;

/** The sandbox and a browser in front of it. */
export interface Stage extends AsyncDisposable {
  world: World;
  browser: Browser;
}

export async function setStage(env: Record<string, string> = {}): Promise<Stage> {
  const world = await createWorld({
    env: { LOG_LEVEL: 'error', ...env },
    kie: { limits: { catalogue: null } },
  });
  const browser = await openBrowser();
  return {
    world,
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}

export async function take(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** Everything that the page complains about from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What keeps people from using the screen as it stands: axe-core's serious and critical findings, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  return page.evaluate(barriers);
}

const barriers = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((it) => [id, it.target.join(' '), it.any[0]?.message ?? it.all[0]?.message].join(' · '))))`;
