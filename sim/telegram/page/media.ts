import type { Message } from 'grammy/types';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import { player } from './player.ts';
import { fileUrl } from './server.ts';
import { openViewer } from './viewer.ts';
import { say } from './words.ts';

/** Kinds that fill a bubble to its edges, unlike files and sounds, which sit inside it. */
export function isVisual(message: Message): boolean {
  return Boolean(message.photo || message.video || message.animation);
}

/** The media of a unit: a picture, a grid of them, or a column of files. Nothing for a plain text. */
export function mediaOf(messages: Message[]): HTMLElement | undefined {
  const visual = messages.filter(isVisual);
  if (visual.length > 1) return album(visual);
  const parts = messages.map((message) => part(message, messages)).filter((made) => made !== undefined);
  return parts.length > 0 ? element('div', { class: 'media' }, ...parts) : undefined;
}

function part(message: Message, unit: Message[]): HTMLElement | undefined {
  const { video_note: round, audio, voice, document: file, sticker } = message;
  if (isVisual(message)) return visualPart(message, unit);
  if (round) return video(round.file_id, 'video-note');
  if (sticker)
    return element('img', { class: 'sticker', src: fileUrl(sticker.file_id), alt: sticker.emoji ?? '' });
  if (audio) {
    const title = audio.title ?? audio.file_name ?? say('audio');
    const subtitle = audio.performer ?? '';
    return marked(
      player({ url: fileUrl(audio.file_id), title, subtitle, duration: audio.duration }),
      audio.file_id,
    );
  }
  if (voice)
    return marked(
      player({ url: fileUrl(voice.file_id), title: say('voice'), duration: voice.duration }),
      voice.file_id,
    );
  return file && fileRow(file.file_id, file.file_name ?? say('download'), file.file_size);
}

function visualPart(message: Message, unit: Message[]): HTMLElement {
  const clip = message.animation ?? message.video;
  if (!clip) return photo(message, unit);
  const shown = video(clip.file_id, message.animation ? 'animation' : '');
  return sized(shown, clip.width, clip.height);
}

function photo(message: Message, unit: Message[]): HTMLElement {
  const largest = message.photo?.at(-1);
  const image = element('img', { src: fileUrl(largest?.file_id ?? ''), alt: '', loading: 'lazy' });
  image.addEventListener('error', () =>
    image.replaceWith(element('span', { class: 'gone' }, say('fileGone'))),
  );
  const pictures = unit.flatMap((other) => other.photo?.at(-1)?.file_id ?? []);
  const button = element('button', {
    type: 'button',
    class: 'photo',
    'aria-label': `${say('open')}: ${say('photo')}`,
  });
  if (message.has_media_spoiler) button.classList.add('covered');
  button.append(image);
  button.addEventListener('click', () => {
    if (button.classList.contains('covered')) button.classList.remove('covered');
    else openViewer(pictures, pictures.indexOf(largest?.file_id ?? ''));
  });
  return marked(sized(button, largest?.width ?? 1, largest?.height ?? 1), largest?.file_id ?? '');
}

function video(fileId: string, className: string): HTMLElement {
  const film = element('video', {
    src: fileUrl(fileId),
    class: className,
    playsinline: true,
    'aria-label': say('video'),
  });
  if (className === 'animation') {
    film.muted = film.loop = film.autoplay = true;
  } else {
    film.controls = true;
    film.preload = 'metadata';
  }
  return marked(film, fileId);
}

/** Room for a picture before its bytes arrive, so that nothing jumps. */
function sized(node: HTMLElement, width: number, height: number): HTMLElement {
  node.style.setProperty('--ratio', String(Math.min(2.4, Math.max(0.6, width / height))));
  return node;
}

/** Marks a node with its file, so that an edit that keeps the file can keep the node. */
function marked(node: HTMLElement, fileId: string): HTMLElement {
  node.dataset.file = fileId;
  return node;
}

function album(messages: Message[]): HTMLElement {
  const cells = messages.map((message) => visualPart(message, messages));
  return element('div', { class: 'media album', 'data-count': cells.length }, ...cells);
}

function fileRow(fileId: string, name: string, size: number | undefined): HTMLElement {
  const words = element(
    'span',
    { class: 'file-words' },
    element('span', { class: 'file-name' }, name),
    element('span', { class: 'file-size' }, size === undefined ? say('download') : readableSize(size)),
  );
  const label = `${say('download')}: ${name}`;
  const attributes = { class: 'file', href: fileUrl(fileId), download: name, 'aria-label': label };
  return element('a', attributes, element('span', { class: 'round-button' }, icon('download')), words);
}

/** Bytes as Telegram writes them: `812 B`, `14.2 KB`, `3.4 MB`. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
