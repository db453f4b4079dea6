import type { Message } from 'grammy/types';
import { Attachments } from './attachments.ts';
import { summary } from './bubble.ts';
import { markupOf, type ReplyKeyboard } from './conversation.ts';
import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { menuButton } from './mini-app.ts';
import { ReplyKeyboardPanel } from './reply-keyboard.ts';
import { authorOf, isOwn, type Seat } from './seat.ts';
import type { FileKind } from './server.ts';
import { inlineQueryIn, matchingCommands, type Suggestion, Suggestions } from './suggestions.ts';
import { say } from './words.ts';

export interface ComposerActions {
  /** Resolves to whether the message arrived; the text comes back into the field when it did not. */
  send: (sent: Outgoing) => Promise<boolean>;
  inlineResults: (query: string) => Promise<Suggestion[]>;
  openLink: (url: string) => void;
  openPage: (url: string) => void;
  goToMessages: () => void;
}

export interface Outgoing {
  text: string;
  groups: { kind: FileKind; files: File[] }[];
  reply_to?: number;
}

/** Where the person writes: text, files, reply, commands, and the bot's reply keyboard below. */
export class Composer {
  readonly root = element('form', { class: 'composer' });
  readonly field = element('textarea', {
    id: 'field',
    rows: 1,
    placeholder: say('message'),
    enterkeyhint: 'send',
  });
  readonly attachments = new Attachments();
  #seat: Seat;
  #actions: ComposerActions;
  #reply: Message | undefined;
  #replyBar = element('div', { class: 'reply-bar', hidden: true });
  #suggestions = new Suggestions(this.field, say('commands'));
  #keyboard: ReplyKeyboardPanel;
  #keyboardButton = iconButton(icon('keyboard'), say('replyKeyboard'), () => this.#keyboard.toggle());
  #sendButton = element('button', {
    type: 'submit',
    class: 'send',
    'aria-label': say('send'),
    title: say('send'),
  });
  #menu = element('span', { hidden: true });
  #forcedBy = 0;

  constructor(seat: Seat, actions: ComposerActions) {
    this.#seat = seat;
    this.#actions = actions;
    this.#keyboard = new ReplyKeyboardPanel(
      (text) => void this.#submit({ text, groups: [] }),
      actions.openLink,
    );
    this.field.setAttribute('aria-label', say('message'));
    this.#assemble();
    this.#listen();
    this.#refresh();
  }

  /** Renews what hangs on the bot: its commands, its keyboard, a reply it asks for. */
  update(seat: Seat, keyboard: ReplyKeyboard | undefined, newest: Message | undefined): void {
    this.#seat = seat;
    this.#keyboard.draw(keyboard);
    this.#drawMenu();
    this.#keyboardButton.hidden = !keyboard;
    this.field.placeholder = keyboard?.input_field_placeholder || say('message');
    if (
      !newest ||
      isOwn(newest, seat) ||
      !markupOf(newest).force_reply ||
      newest.message_id <= this.#forcedBy
    )
      return;
    this.#forcedBy = newest.message_id;
    this.replyTo(newest);
  }

  replyTo(message: Message | undefined): void {
    this.#reply = message;
    this.#replyBar.hidden = !message;
    if (!message) return;
    const name = authorOf(message, this.#seat);
    const words = element(
      'div',
      { class: 'reply-words' },
      element('b', {}, say('replyTo', { name })),
      element('span', {}, summary(message)),
    );
    const cancel = iconButton(icon('close'), say('cancelReply'), () => this.replyTo(undefined));
    this.#replyBar.replaceChildren(icon('reply'), words, cancel);
    this.field.focus();
  }

  insert(text: string): void {
    this.field.value = text;
    this.field.focus();
    this.#refresh();
  }

  #drawMenu(): void {
    const { menu_page: page } = this.#seat.bot;
    this.#menu.hidden = page === undefined;
    if (page) this.#menu.replaceChildren(menuButton(page.text, () => this.#actions.openPage(page.url)));
  }

  #assemble(): void {
    this.#sendButton.append(icon('send'));
    const commands = iconButton(icon('slash'), say('commands'), () => this.#toggleCommands());
    const attach = iconButton(icon('paperclip'), say('attach'), () => this.attachments.picker.click());
    const line = element('div', { class: 'composer-line' });
    line.append(
      this.#menu,
      commands,
      this.field,
      this.#keyboardButton,
      attach,
      this.attachments.picker,
      this.#sendButton,
    );
    const card = element('div', { class: 'composer-card' }, this.#replyBar, this.attachments.root, line);
    this.#keyboardButton.hidden = true;
    this.root.append(this.#suggestions.root, card, this.#keyboard.root);
  }

  #listen(): void {
    this.attachments.onChange = () => this.#refresh();
    this.field.addEventListener('input', () => this.#refresh());
    this.field.addEventListener('keydown', (event) => this.#onKey(event));
    this.field.addEventListener('blur', () => this.#suggestions.close());
    this.field.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.attachments.add(files);
    });
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit({ text: this.field.value.trim(), groups: this.attachments.take() });
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.#suggestions.onKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.root.requestSubmit();
    } else if (event.key === 'Escape') this.#stepBack();
    else if (event.key === 'ArrowUp' && this.field.value === '') {
      event.preventDefault();
      this.#actions.goToMessages();
    }
  }

  #stepBack(): void {
    if (this.#reply) this.replyTo(undefined);
    else if (this.attachments.count > 0) this.attachments.clear();
  }

  async #submit(outgoing: Outgoing): Promise<void> {
    if (!outgoing.text && outgoing.groups.length === 0) return;
    const typed = this.field.value;
    const reply = this.#reply;
    if (typed.trim() === outgoing.text) this.field.value = '';
    this.replyTo(undefined);
    this.#refresh();
    const arrived = await this.#actions.send({ ...outgoing, ...(reply && { reply_to: reply.message_id }) });
    if (arrived) return;
    this.field.value ||= typed;
    this.attachments.add(outgoing.groups.flatMap((group) => group.files));
    this.replyTo(reply);
    this.#refresh();
  }

  #toggleCommands(): void {
    const open = this.#suggestions.open;
    this.field.focus();
    if (open) this.#suggestions.close();
    else this.#suggestions.show(this.#commandSuggestions('/'));
  }

  #refresh(): void {
    this.#sendButton.disabled = !this.field.value.trim() && this.attachments.count === 0;
    void this.#suggest();
  }

  async #suggest(): Promise<void> {
    const typed = this.field.value;
    const query = inlineQueryIn(this.#seat.bot, typed);
    const found =
      query === undefined ? this.#commandSuggestions(typed) : await this.#actions.inlineResults(query);
    if (typed === this.field.value) this.#suggestions.show(found);
  }

  #commandSuggestions(typed: string): Suggestion[] {
    return matchingCommands(this.#seat.bot, typed).map(({ command, description }) => ({
      title: `/${command}`,
      detail: description,
      choose: () => {
        this.#suggestions.close();
        void this.#submit({ text: `/${command}`, groups: [] });
        this.field.value = '';
        this.#refresh();
      },
    }));
  }
}
