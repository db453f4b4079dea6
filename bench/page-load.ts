import type { Browser, Page } from 'playwright-core';

export interface Load {
  /** In ms from the navigation: something that the person came for is painted. */
  usefulMs: number;
  /** In ms: the page has nothing left to do and answers at once. */
  interactiveMs: number;
  /** Bytes of scripts and styles as they came over the line. */
  codeBytes: number;
}

/** Notes when the first `.wish` is painted, and when the page is idle after it. */
const watch = `new MutationObserver((_, observer) => {
  if (!document.querySelector('.wish')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => {
    window.useful = performance.now();
    requestIdleCallback(() => { window.interactive = performance.now(); });
  }));
}).observe(document, { childList: true, subtree: true });`;

const read = `new Promise((done) => {
  const look = () => (window.interactive === undefined ? setTimeout(look, 20) : done());
  look();
}).then(() => ({
  usefulMs: window.useful,
  interactiveMs: window.interactive,
  codeBytes: performance.getEntriesByType('resource')
    .filter(({ name }) => /\\.(js|css)$/.test(name))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
}))`;

/** Opens the address in a browser that has kept nothing. */
export async function loadPage(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(url);
    return (await page.evaluate(read)) as Load;
  } finally {
    await context.close();
  }
}

/** Milliseconds of script that the page runs while `deed` is done. */
export async function scriptTime(page: Page, deed: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const before = await spent();
  await deed();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const after = await spent();
  await devtools.detach();
  return after - before;
}
