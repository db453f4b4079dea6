import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { say } from './words.ts';

interface Presses {
  title: string;
  main(): void;
  back(): void;
  close(): void;
}

/** The bars around a Mini App: back or close above, the main button below. */
export class MiniAppButtons {
  readonly head: HTMLElement;
  readonly foot: HTMLElement;
  #main = element('button', { type: 'button', class: 'mini-app-main' });
  #back: HTMLElement;

  constructor({ title, main, back, close }: Presses) {
    this.#back = iconButton(icon('left'), say('back'), back);
    this.#back.hidden = true;
    const leave = iconButton(icon('close'), say('close'), close);
    this.head = element('div', { class: 'mini-app-head' }, this.#back, element('b', {}, title), leave);
    this.foot = element('div', { class: 'mini-app-foot', hidden: true }, this.#main);
    this.#main.addEventListener('click', main);
  }

  setBack(isVisible: boolean): void {
    this.#back.hidden = !isVisible;
  }

  setMain(data: Record<string, unknown>): void {
    this.foot.hidden = data.is_visible !== true;
    this.#main.textContent = String(data.text ?? '');
    this.#main.disabled = data.is_active === false;
    this.#main.classList.toggle('waiting', data.is_progress_visible === true);
    this.#main.style.background = String(data.color ?? '');
    this.#main.style.color = String(data.text_color ?? '');
  }
}
