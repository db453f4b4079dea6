/** What scrolling a gallery to its end showed. */
export interface Scrolled {
  /** The place of the last result that was drawn. */
  reached: string;
  /** The most places that existed at once. */
  mostTiles: number;
  /** In ms, each over 50: what the browser calls a long task. */
  longTasks: number[];
}

/** To be evaluated in the page: down to the last result, so many pixels in every frame. */
export const scrollThrough = (pixels: number) => `new Promise((done) => {
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((it) => Math.round(it.duration)))).observe({ type: 'longtask' });
  let mostTiles = 0;
  const step = () => {
    const tiles = document.querySelectorAll('.window li');
    mostTiles = Math.max(mostTiles, tiles.length);
    const last = tiles[tiles.length - 1];
    const reached = last?.getAttribute('aria-posinset');
    if (reached === last?.getAttribute('aria-setsize')) return done({ reached, mostTiles, longTasks });
    scrollBy(0, ${pixels});
    requestAnimationFrame(step);
  };
  step();
})`;
