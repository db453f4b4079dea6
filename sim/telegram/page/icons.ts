const namespace = 'http://www.w3.org/2000/svg';

/** Outlines on a 24 × 24 grid, drawn with the current text colour. */
const outlines = {
  alert: 'M12 8v5m0 3v.01M12 3 2.5 20h19z',
  app: 'M4 5h16v14H4zM4 9h16',
  bubble: 'M4 5h16v11H9l-5 4z',
  check: 'm5 12 5 5L19 7',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  forward: 'm13 6 6 6-6 6M19 12H8c-3 0-4 2-4 6',
  help: 'M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2.3m0 3v.01M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
  keyboard: 'M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8',
  left: 'm15 5-7 7 7 7',
  link: 'M8 16 17 7m-7 0h7v7',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z',
  music: 'M9 18V5l11-2v13M9 18a3 3 0 1 1-3-3 3 3 0 0 1 3 3zm11-2a3 3 0 1 1-3-3 3 3 0 0 1 3 3z',
  paperclip: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a2 2 0 0 1-3-3L14 7',
  pause: 'M8 5v14M16 5v14',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c0-4 4-6 8-6s8 2 8 6',
  picture: 'M4 5h16v14H4zm0 11 5-5 4 4 3-3 4 4M15.5 9h.01',
  play: 'M8 5v14l11-7z',
  plus: 'M12 5v14M5 12h14',
  reply: 'm10 7-6 5 6 5v-3c5 0 8 1 10 4 0-6-4-8-10-8z',
  right: 'm9 5 7 7-7 7',
  send: 'M4 12 3 4l18 8-18 8zm0 0h8',
  slash: 'M4 4h16v16H4zm10 4-4 8',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  video: 'M3 6h12v12H3zm12 4 6-3v10l-6-3z',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof outlines;

/** A decorative picture: hidden from screen readers, so whatever holds it needs a name of its own. */
export function icon(name: IconName): SVGElement {
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', `icon icon-${name}`);
  const outline = document.createElementNS(namespace, 'path');
  outline.setAttribute('d', outlines[name]);
  picture.append(outline);
  return picture;
}
