import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { fileUrl } from './server.ts';
import { say } from './words.ts';

/** Shows pictures over the whole page, beginning at `start`. Arrows turn, Escape or a press outside closes. */
export function openViewer(fileIds: string[], start: number): void {
  let index = start;
  const image = element('img', { alt: say('photo') });
  const download = element('a', { class: 'icon-button', download: true, 'aria-label': say('download') });
  download.append(icon('download'));
  const show = (step: number) => {
    index = (index + step + fileIds.length) % fileIds.length;
    image.src = download.href = fileUrl(fileIds[index] ?? '');
  };
  const dialog = element('dialog', { class: 'viewer', 'aria-label': say('photo') }, image);
  if (fileIds.length > 1) dialog.append(...turnButtons(show));
  const close = iconButton(icon('close'), say('close'), () => dialog.close());
  dialog.append(element('div', { class: 'viewer-tools' }, download, close));
  listen(dialog, show);
  show(0);
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

function turnButtons(show: (step: number) => void): HTMLElement[] {
  return [
    iconButton(icon('left'), say('previous'), () => show(-1), 'viewer-previous'),
    iconButton(icon('right'), say('next'), () => show(1), 'viewer-next'),
  ];
}

function listen(dialog: HTMLDialogElement, show: (step: number) => void): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') show(-1);
    if (event.key === 'ArrowRight') show(1);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target instanceof HTMLImageElement) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
}
