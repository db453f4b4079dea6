import { element } from './dom.ts';
import { say } from './words.ts';

/** Lets files be dropped anywhere on the page, with a cover that says so while they hover. */
export function acceptDrops(take: (files: File[]) => void): void {
  const cover = element('div', { class: 'drop-cover', hidden: true }, say('dropHere'));
  document.body.append(cover);
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    cover.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) cover.hidden = true;
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    cover.hidden = true;
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
