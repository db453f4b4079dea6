import type { Message } from 'grammy/types';
import type { Unit } from './conversation.ts';
import { element, iconButton } from './dom.ts';
import { formattedText, type TextActions } from './entities.ts';
import { icon } from './icons.ts';
import { inlineKeyboard, type KeyboardActions } from './inline-keyboard.ts';
import { isVisual, mediaOf } from './media.ts';
import { invoiceCard } from './payment.ts';
import { authorOf, isOwn, type Seat } from './seat.ts';
import { language, say } from './words.ts';

export interface BubbleActions extends TextActions, KeyboardActions {
  openMenu: (message: Message, near: HTMLElement) => void;
  reply: (message: Message) => void;
  showMessage: (messageId: number) => void;
}

/** One message, or one album, with everything that hangs on it. */
export function bubble(unit: Unit, seat: Seat, actions: BubbleActions): HTMLElement {
  const [first] = unit;
  const body = bubbleBody(unit, seat, actions);
  const column = element('div', { class: 'column' }, body, inlineKeyboard(first, actions));
  const row = element('article', {
    class: `message ${isOwn(first, seat) ? 'own' : 'theirs'}`,
    'aria-label': `${authorOf(first, seat)}, ${clock(first.date)}`,
    'data-message': first.message_id,
    tabindex: -1,
  });
  const menu = iconButton(icon('reply'), say('reply'), () => actions.reply(first), 'message-menu');
  menu.tabIndex = -1;
  row.append(column, menu);
  listen(row, body, first, actions);
  return row;
}

function bubbleBody(unit: Unit, seat: Seat, actions: BubbleActions): HTMLElement {
  const [first] = unit;
  const worded = unit.find((message) => message.text ?? message.caption) ?? first;
  const text = worded.text ?? worded.caption ?? '';
  const media = mediaOf(unit);
  const words =
    text &&
    element(
      'div',
      { class: 'text' },
      ...formattedText(text, worded.entities ?? worded.caption_entities, actions),
    );
  const captionAbove = worded.show_caption_above_media === true;
  const parts = captionAbove ? [words, media] : [media, words];
  const known = text || media || first.invoice;
  const body = element(
    'div',
    { class: 'bubble' },
    author(first, seat),
    replyHead(first, seat, actions),
    first.invoice && invoiceCard(first.invoice),
    ...parts,
    !known && element('div', { class: 'text muted' }, say('unsupported')),
    stamp(unit.at(-1) ?? first, seat),
  );
  body.classList.toggle('edited', unit.at(-1)?.edit_date !== undefined);
  body.classList.toggle('visual', isVisual(first));
  body.classList.toggle('bare', isVisual(first) && (!text || captionAbove));
  return body;
}

/** In a group: who speaks. */
function author(message: Message, seat: Seat): HTMLElement | undefined {
  if (!seat.group || isOwn(message, seat)) return undefined;
  return element('b', { class: 'author' }, authorOf(message, seat));
}

function replyHead(message: Message, seat: Seat, actions: BubbleActions): HTMLElement | undefined {
  const original = message.reply_to_message;
  if (!original) return undefined;
  const name = isOwn(original, seat) ? seat.person.first_name : authorOf(original, seat);
  const onclick = () => actions.showMessage(original.message_id);
  const attributes = { type: 'button', class: 'reply-head', 'aria-label': say('replyTo', { name }), onclick };
  return element('button', attributes, element('b', {}, name), element('span', {}, summary(original)));
}

/** A message in one line. */
export function summary(message: Message): string {
  const text = message.text ?? message.caption ?? message.invoice?.title;
  if (text) return text.replace(/\s+/g, ' ').slice(0, 120);
  if (message.photo) return say('photo');
  if (message.video ?? message.animation ?? message.video_note) return say('video');
  if (message.voice) return say('voice');
  return message.audio?.title ?? message.audio?.file_name ?? message.document?.file_name ?? say('message');
}

function stamp(message: Message, seat: Seat): HTMLElement {
  const moment = new Date(message.date * 1000);
  const edited = message.edit_date !== undefined && `${say('edited')} `;
  const ticks = isOwn(message, seat) && element('span', { class: 'ticks', 'aria-hidden': 'true' }, '✓✓');
  const time = element('time', { datetime: moment.toISOString() }, clock(message.date));
  return element('span', { class: 'stamp' }, edited, time, ticks);
}

function clock(unixTime: number): string {
  return new Date(unixTime * 1000).toLocaleTimeString(language(), { timeStyle: 'short', hourCycle: 'h23' });
}

/** Double press replies; the context menu, a long touch and the menu key open the menu. */
function listen(row: HTMLElement, body: HTMLElement, message: Message, actions: BubbleActions): void {
  row.addEventListener('dblclick', (event) => {
    const onControl =
      event.target instanceof Element && event.target.closest('button, a, video, input, .spoiler');
    if (!onControl) actions.reply(message);
  });
  row.addEventListener('contextmenu', (event) => {
    const needsNative = event.target instanceof Element && event.target.closest('a, img, video');
    if (needsNative || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    actions.openMenu(message, body);
  });
  row.addEventListener('keydown', (event) => {
    if (event.target !== row) return;
    if (event.key === 'Enter') actions.openMenu(message, body);
    if (event.code === 'KeyR' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      actions.reply(message);
    }
  });
  listenToLongTouch(body, () => actions.openMenu(message, body));
}

function listenToLongTouch(body: HTMLElement, action: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  body.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') timer = setTimeout(action, 550);
  });
  for (const name of ['pointerup', 'pointermove', 'pointercancel']) body.addEventListener(name, stop);
}
