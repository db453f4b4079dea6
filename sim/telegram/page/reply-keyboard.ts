import type { ReplyButton, ReplyKeyboard } from './conversation.ts';
import { element } from './dom.ts';
import { notify } from './toast.ts';
import { say } from './words.ts';

/** The bot's keyboard below the text field. A press sends the button's text as a message. */
export class ReplyKeyboardPanel {
  readonly root = element('div', { class: 'reply-keyboard', hidden: true });
  #drawn = '';
  #sendText: (text: string) => void;
  #openLink: (url: string) => void;

  constructor(sendText: (text: string) => void, openLink: (url: string) => void) {
    this.#sendText = sendText;
    this.#openLink = openLink;
  }

  /** Draws a keyboard; a new one opens by itself, the same one stays as the person left it. */
  draw(keyboard: ReplyKeyboard | undefined): void {
    const signature = JSON.stringify(keyboard ?? '');
    if (signature === this.#drawn) return;
    this.#drawn = signature;
    this.root.hidden = !keyboard;
    const rows = keyboard?.keyboard ?? [];
    this.root.replaceChildren(...rows.map((row) => this.#row(row, keyboard?.one_time_keyboard === true)));
  }

  toggle(): void {
    this.root.hidden = !this.root.hidden;
  }

  #row(row: (string | ReplyButton)[], once: boolean): HTMLElement {
    return element('div', { class: 'keyboard-row' }, ...row.map((button) => this.#button(button, once)));
  }

  #button(button: string | ReplyButton, once: boolean): HTMLElement {
    const { text, style, web_app, ...rest } = typeof button === 'string' ? { text: button } : { ...button };
    const asksForMore = Object.keys(rest).some((name) => name.startsWith('request_'));
    const onclick = () => {
      if (web_app) this.#openLink(web_app.url);
      else if (asksForMore) notify(say('notAvailable'));
      else this.#sendText(text);
      if (once) this.root.hidden = true;
    };
    return element(
      'button',
      { type: 'button', class: `key ${style ? `key-${style}` : ''}`, title: text, onclick },
      text,
    );
  }
}
