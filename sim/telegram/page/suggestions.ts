import type { BotView } from '../page-contract.ts';
import { element } from './dom.ts';

export interface Suggestion {
  title: string;
  detail: string;
  choose: () => void;
}

/**
 * The list that opens above the text field: commands of the bot, or inline results.
 * The text field keeps the focus; arrows move the choice, Enter or Tab takes it, Escape closes.
 */
export class Suggestions {
  readonly root = element('div', { class: 'suggestions', id: 'suggestions', role: 'listbox', hidden: true });
  #shown: Suggestion[] = [];
  #chosen = 0;
  #field: HTMLElement;

  constructor(field: HTMLElement, label: string) {
    this.#field = field;
    this.root.setAttribute('aria-label', label);
    field.setAttribute('aria-controls', this.root.id);
  }

  get open(): boolean {
    return !this.root.hidden;
  }

  show(suggestions: Suggestion[]): void {
    this.#shown = suggestions;
    this.#chosen = 0;
    this.root.hidden = suggestions.length === 0;
    this.root.replaceChildren(...suggestions.map((suggestion, index) => this.#option(suggestion, index)));
    this.#mark();
  }

  close(): void {
    this.show([]);
  }

  /** Takes a key pressed in the text field. Returns whether it was meant for the list. */
  onKey(event: KeyboardEvent): boolean {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#chosen = (this.#chosen + step + this.#shown.length) % this.#shown.length;
      this.#mark();
      return true;
    }
    if (event.key === 'Escape') this.close();
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab')
      this.#shown[this.#chosen]?.choose();
    else return false;
    return true;
  }

  #option({ title, detail, choose }: Suggestion, index: number): HTMLElement {
    const words = [element('b', {}, title), element('span', {}, detail)];
    const option = element(
      'div',
      { class: 'suggestion', role: 'option', id: `suggestion-${index}` },
      ...words,
    );
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', choose);
    return option;
  }

  #mark(): void {
    for (const [index, option] of [...this.root.children].entries()) {
      option.setAttribute('aria-selected', String(index === this.#chosen));
      if (index === this.#chosen) option.scrollIntoView({ block: 'nearest' });
    }
    if (this.open) this.#field.setAttribute('aria-activedescendant', `suggestion-${this.#chosen}`);
    else this.#field.removeAttribute('aria-activedescendant');
  }
}

/** The commands a half-typed one may become: all of them for `/`. */
export function matchingCommands(bot: BotView, typed: string): BotView['commands'] {
  if (!/^\/\w*$/.test(typed)) return [];
  return bot.commands.filter(({ command }) => command.startsWith(typed.slice(1).toLowerCase()));
}

/** The query when the text calls the bot inline (`@its_name query`), otherwise nothing. */
export function inlineQueryIn(bot: BotView, typed: string): string | undefined {
  const call = `@${bot.username} `;
  return typed.toLowerCase().startsWith(call.toLowerCase()) ? typed.slice(call.length) : undefined;
}
