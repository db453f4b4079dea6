import { element } from './dom.ts';
import { hintsButton } from './hints.ts';
import { avatar, personButton } from './people.ts';
import type { Seat } from './seat.ts';
import { themeButton } from './theme.ts';
import { say, type WordKey } from './words.ts';

const actionWords: Record<string, WordKey> = {
  choose_sticker: 'actionChoosing',
  record_video: 'actionRecordVideo',
  record_video_note: 'actionRecordVideo',
  record_voice: 'actionRecordVoice',
  typing: 'actionTyping',
  upload_document: 'actionDocument',
  upload_photo: 'actionPhoto',
  upload_video: 'actionVideo',
  upload_video_note: 'actionVideo',
  upload_voice: 'actionVoice',
};

/** Telegram forgets a chat action after this many milliseconds. */
const actionLasts = 5_000;

/** The name of the chat with what the bot is doing right now, and the page's own controls. */
export class TopBar {
  #status = element('span', { class: 'status', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seat: Seat;
  #connected = false;
  #action: WordKey | undefined;

  constructor(root: HTMLElement, seat: Seat, toggleBlock: () => void) {
    this.#seat = seat;
    const { id, name } = seat.group
      ? { id: seat.group.id, name: seat.group.title }
      : { id: seat.bot.id, name: seat.bot.first_name };
    const names = element('div', { class: 'names' }, element('h1', {}, name), this.#status);
    const skip = element('a', { class: 'skip', href: '#field' }, say('skip'));
    skip.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById('field')?.focus();
    });
    root.replaceChildren(
      skip,
      element(
        'div',
        { class: 'bar' },
        avatar(name, id),
        names,
        personButton(seat, toggleBlock),
        hintsButton(),
        themeButton(),
      ),
    );
    this.#draw();
  }

  connection(up: boolean): void {
    this.#connected = up;
    this.#draw();
  }

  /** Shows a chat action for as long as Telegram would; nothing ends it at once. */
  action(name?: string): void {
    clearTimeout(this.#timer);
    this.#action = name === undefined ? undefined : (actionWords[name] ?? 'actionTyping');
    if (this.#action) this.#timer = setTimeout(() => this.action(), actionLasts);
    this.#draw();
  }

  #draw(): void {
    const calm = this.#seat.group?.members.map(({ first_name }) => first_name).join(', ') ?? say('bot');
    const busy = this.#connected ? this.#action : 'connecting';
    this.#status.textContent = busy ? say(busy) : calm;
    this.#status.classList.toggle('active', this.#connected && this.#action !== undefined);
  }
}
