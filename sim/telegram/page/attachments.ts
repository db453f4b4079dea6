import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { readableSize } from './media.ts';
import type { FileKind } from './server.ts';
import { notify } from './toast.ts';
import { say } from './words.ts';

const most = 10;

/** Files waiting to be sent, as a strip above the text field. Pictures and films may go as plain files. */
export class Attachments {
  readonly root = element('div', { class: 'attachments', hidden: true });
  readonly picker = element('input', { type: 'file', multiple: true, class: 'unseen', tabindex: -1 });
  onChange: () => void = () => undefined;
  #files: File[] = [];
  #strip = element('ul', { class: 'attachment-strip' });
  #asFile = element('input', { type: 'checkbox' });
  #asFileLabel = element('label', { class: 'as-file' }, this.#asFile, say('asFile'));

  constructor() {
    this.picker.setAttribute('aria-label', say('attach'));
    this.root.append(this.#strip, this.#asFileLabel);
    this.picker.addEventListener('change', () => {
      this.add([...(this.picker.files ?? [])]);
      this.picker.value = '';
    });
  }

  get count(): number {
    return this.#files.length;
  }

  add(files: File[]): void {
    if (this.#files.length + files.length > most) notify(say('tooMany'));
    this.#files = [...this.#files, ...files].slice(0, most);
    this.#draw();
  }

  /** Hands the files over, one group for each message to send, and forgets them. */
  take(): { kind: FileKind; files: File[] }[] {
    const groups = grouped(this.#files, this.#asFile.checked);
    this.clear();
    return groups;
  }

  clear(): void {
    this.#files = [];
    this.#asFile.checked = false;
    this.#draw();
  }

  #draw(): void {
    this.root.hidden = this.#files.length === 0;
    this.#asFileLabel.hidden = !this.#files.some((file) => kindOf(file) !== 'document');
    this.#strip.replaceChildren(...this.#files.map((file) => this.#tile(file)));
    this.onChange();
  }

  #tile(file: File): HTMLElement {
    const remove = () => {
      this.#files = this.#files.filter((other) => other !== file);
      this.#draw();
    };
    const words = element('span', { class: 'tile-name' }, file.name);
    const size = element('span', { class: 'tile-size' }, readableSize(file.size));
    const close = iconButton(icon('close'), say('remove', { name: file.name }), remove, 'tile-remove');
    return element('li', { class: 'tile', title: file.name }, preview(file), words, size, close);
  }
}

/** What a file is sent as unless someone asks for a plain file. */
function kindOf(file: File): FileKind {
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) return 'photo';
  if (file.type.startsWith('video/')) return 'video';
  return file.type.startsWith('audio/') ? 'audio' : 'document';
}

function grouped(files: File[], asFile: boolean): { kind: FileKind; files: File[] }[] {
  const byKind = Map.groupBy(files, (file) => (asFile ? 'document' : kindOf(file)));
  return [...byKind].map(([kind, group]) => ({ kind, files: group }));
}

/** A small picture painted here: the page's policy allows images from its own server only. */
function preview(file: File): HTMLElement {
  const kind = kindOf(file);
  const pictures = { photo: 'picture', video: 'video', audio: 'music', document: 'document' } as const;
  const frame = element('span', { class: 'tile-picture' }, icon(pictures[kind]));
  if (kind === 'photo') void paint(file, frame);
  return frame;
}

async function paint(file: File, frame: HTMLElement): Promise<void> {
  const canvas = element('canvas', { width: 160, height: 160 });
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return;
  const scale = Math.max(160 / picture.width, 160 / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext('2d')?.drawImage(picture, (160 - width) / 2, (160 - height) / 2, width, height);
  frame.replaceChildren(canvas);
}
