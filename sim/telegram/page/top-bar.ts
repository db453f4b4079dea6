import type { BotView, PersonView } from '../page-contract.ts';
import { element } from './dom.ts';
import { hintsButton } from './hints.ts';
import { avatar, personButton } from './people.ts';
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

/** The bot's name with what it is doing right now, and the page's own controls. */
export class TopBar {
  #status = element('span', { class: 'status', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;
  #action: WordKey | undefined;

  constructor(root: HTMLElement, bot: BotView, person: PersonView, toggleBlock: () => void) {
    const names = element('div', { class: 'names' }, element('h1', {}, bot.first_name), this.#status);
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
        avatar(bot.first_name, bot.id),
        names,
        personButton(person, toggleBlock),
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
    this.#status.textContent = say(this.#connected ? (this.#action ?? 'bot') : 'connecting');
    this.#status.classList.toggle('active', this.#connected && this.#action !== undefined);
  }
}
