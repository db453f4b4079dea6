import type { Message } from 'grammy/types';
import type { ChatEvent } from '../page-contract.ts';
import type { BubbleActions } from './bubble.ts';
import { Composer, type Outgoing } from './composer.ts';
import { Conversation } from './conversation.ts';
import { element } from './dom.ts';
import { acceptDrops } from './drop.ts';
import { icon } from './icons.ts';
import { copy, openTab, startPayload } from './links.ts';
import { openMenu } from './menu.ts';
import { MessageList } from './message-list.ts';
import { openMiniApp } from './mini-app.ts';
import { money } from './payment.ts';
import { isOwn, type Seat } from './seat.ts';
import { follow, server } from './server.ts';
import type { Suggestion } from './suggestions.ts';
import { ask, notify } from './toast.ts';
import { TopBar } from './top-bar.ts';
import { say } from './words.ts';

/** One person's chat with the bot, or in a group: events come in, are drawn, and what the person does goes out. */
export class Chat {
  #seat: Seat;
  #conversation = new Conversation();
  #list = new MessageList();
  #top: TopBar;
  #composer: Composer;
  #notice = element('div', { class: 'notice', hidden: true });
  #gate = element('button', { type: 'button', class: 'gate' });
  #actions: BubbleActions;

  constructor(seat: Seat) {
    this.#seat = seat;
    this.#actions = this.#bubbleActions();
    this.#top = new TopBar(place('top'), seat, () => void this.#block(!this.#seat.person.blocked));
    this.#composer = new Composer(seat, {
      send: (outgoing) => this.#send(outgoing),
      inlineResults: (query) => this.#inlineResults(query),
      openLink: (url) => this.#openLink(url),
      openPage: (url) => void this.#openPage(url),
      goToMessages: () => this.#list.focusLast(),
    });
    this.#gate.addEventListener('click', () => this.#passGate());
    place('chat').replaceChildren(this.#list.root, this.#notice, this.#list.jump);
    const note = element('p', { class: 'sandbox-note' }, say('sandbox'));
    place('bottom').replaceChildren(this.#composer.root, this.#gate, note);
    acceptDrops((files) => this.#composer.attachments.add(files));
    addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Follows the chat until the page closes. */
  open(): void {
    follow(this.#seat.person.id, {
      onEvent: (event) => this.#onEvent(event),
      onConnection: (up) => this.#top.connection(up),
      onLost: reloadOnceThere,
    });
  }

  #onEvent(event: ChatEvent): void {
    if (event.type === 'action') this.#top.action(event.action);
    if (event.type === 'toast') notify(event.text, event.show_alert);
    if (event.type === 'snapshot') {
      this.#seat = { ...this.#seat, bot: event.bot, person: event.person };
    }
    if (event.type === 'message' && !isOwn(event.message, this.#seat)) this.#top.action();
    if (this.#conversation.apply(event)) this.#draw();
  }

  #draw(): void {
    const messages = this.#conversation.all();
    this.#list.draw(this.#conversation, this.#seat, this.#actions);
    this.#composer.update(this.#seat, this.#conversation.replyKeyboard(), messages.at(-1));
    const { group, person } = this.#seat;
    this.#drawGate(messages.length === 0 && !group, person.blocked && !group);
  }

  /** A chat that is empty or blocked has one big button instead of the composer. */
  #drawGate(empty: boolean, blocked: boolean): void {
    const passed = document.activeElement === this.#gate;
    const gated = blocked || empty;
    this.#notice.hidden = !gated;
    this.#notice.replaceChildren(...noticeWords(blocked));
    this.#gate.textContent = say(blocked ? 'unblock' : 'start');
    this.#gate.hidden = !gated;
    this.#composer.root.hidden = gated;
    if (passed && !gated) this.#composer.field.focus();
  }

  #passGate(): void {
    if (this.#seat.person.blocked) void this.#block(false);
    else void this.#send({ text: '/start', groups: [] });
  }

  #bubbleActions(): BubbleActions {
    return {
      tap: (message, row, column) => this.#tap(message, row, column),
      pay: (message) => this.#pay(message),
      copy: (text) => void copy(text),
      openLink: (url) => this.#openLink(url),
      openPage: (url) => this.#openPage(url),
      insertText: (query) => this.#composer.insert(`@${this.#seat.bot.username} ${query}`),
      sendText: (text) => void this.#send({ text, groups: [] }),
      openMenu: (message, near) => this.#openMessageMenu(message, near),
      reply: (message) => this.#composer.replyTo(message),
      showMessage: (messageId) => this.#list.show(messageId),
    };
  }

  async #send({ text, groups, reply_to }: Outgoing): Promise<boolean> {
    const reply = reply_to === undefined ? {} : { reply_to };
    return attempt('notSent', async () => {
      if (groups.length === 0) await server.sendText(this.#seat.person.id, { text, ...reply });
      for (const [index, group] of groups.entries()) {
        const caption = index === 0 && text ? { caption: text } : {};
        await server.sendFiles(this.#seat.person.id, { ...group, ...caption, ...reply });
      }
    });
  }

  async #tap(message: Message, row: number, column: number): Promise<void> {
    await attempt('notSent', async () => {
      const answer = await server.tap(this.#seat.person.id, { message_id: message.message_id, row, column });
      if (answer.text) notify(answer.text, answer.show_alert);
      if (answer.url) this.#openLink(answer.url);
    });
  }

  async #pay(message: Message): Promise<void> {
    const { invoice } = message;
    if (!invoice) return;
    const amount = money(invoice.currency, invoice.total_amount).replace('⭐ ', '');
    const question = { title: say('payTitle'), text: say('payQuestion', { title: invoice.title, amount }) };
    if (!(await ask({ ...question, confirm: say('pay', { amount }), cancellable: true }))) return;
    await attempt('payFailed', async () => {
      const outcome = await server.pay(this.#seat.person.id, message.message_id);
      if (!outcome.paid) throw new Error(outcome.error ?? '…');
    });
  }

  async #payLink(url: string): Promise<void> {
    const question = { title: say('payTitle'), text: say('payLink'), confirm: say('payNow') };
    if (!(await ask({ ...question, cancellable: true }))) return;
    await attempt('payFailed', async () => {
      const { paid, error } = await server.payLink(this.#seat.person.id, url);
      if (!paid) throw new Error(error ?? '…');
    });
  }

  async #block(blocked: boolean): Promise<void> {
    await attempt('notSent', async () => {
      this.#seat = { ...this.#seat, person: await server.block(this.#seat.person.id, blocked) };
      this.#draw();
    });
  }

  async #inlineResults(query: string): Promise<Suggestion[]> {
    const { results } = await server.inline(this.#seat.person.id, query).catch(() => ({ results: [] }));
    const choose = () => notify(say('lookOnly'));
    const found = results.map((result) => ({ ...namesOf(result), choose }));
    return found.length > 0 ? found : [{ title: say('inlineEmpty'), detail: '', choose }];
  }

  /** A link that starts this very bot is followed here; everything else gets a tab of its own. */
  #openLink(url: string): void {
    const payload = startPayload(url, this.#seat.bot.username);
    if (payload !== undefined) void this.#send({ text: `/start ${payload}`.trim(), groups: [] });
    else if (url.startsWith('https://t.me/$')) void this.#payLink(url);
    else if (url.startsWith('tg:')) notify(say('notAvailable'));
    else openTab(url);
  }

  async #openPage(url: string): Promise<void> {
    const { first_name: title } = this.#seat.bot;
    const host = { title, personId: this.#seat.person.id, openLink: (link: string) => this.#openLink(link) };
    await attempt('notSent', () => openMiniApp(host, url));
  }

  #openMessageMenu(message: Message, near: HTMLElement): void {
    const text = message.text ?? message.caption;
    const items = [
      { label: say('reply'), picture: icon('reply'), choose: () => this.#composer.replyTo(message) },
    ];
    if (text) items.push({ label: say('copy'), picture: icon('copy'), choose: () => void copy(text) });
    openMenu(near, items);
  }

  #onKey(event: KeyboardEvent): void {
    const busy = document.querySelector('dialog[open], :popover-open');
    if (event.key === 'Escape' && !busy && document.activeElement !== this.#composer.field)
      this.#composer.field.focus();
  }
}

/** What stands in the middle of a chat that cannot go on by writing. */
function noticeWords(blocked: boolean): HTMLElement[] {
  if (blocked) return [element('b', {}, say('blocked'))];
  return [element('b', {}, say('emptyChat')), element('span', {}, say('emptyChatHint'))];
}

/** The element of the page with this id. */
function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/** Starts over as soon as the simulator answers again; reloading earlier would leave the browser's error page. */
function reloadOnceThere(): void {
  const retry = () => setTimeout(reloadOnceThere, 2_000);
  server.bot().then(() => location.reload(), retry);
}

/** Runs something that may fail and tells the person when it did. Resolves to whether it worked. */
async function attempt(failure: 'notSent' | 'payFailed', action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    notify(
      say(failure, { reason: error instanceof Error ? error.message : String(error) }),
      failure === 'payFailed',
    );
    return false;
  }
}

function namesOf(result: unknown): { title: string; detail: string } {
  const { title, description, caption, id } = result as Record<string, unknown>;
  return { title: String(title ?? caption ?? id ?? ''), detail: String(description ?? '') };
}
