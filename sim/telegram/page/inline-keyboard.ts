import type { InlineKeyboardButton, Message } from 'grammy/types';
import { element } from './dom.ts';
import { type IconName, icon } from './icons.ts';
import { money } from './payment.ts';
import { say } from './words.ts';

/** What pressing a button does. A promise keeps the button's spinner turning until it settles. */
export interface KeyboardActions {
  tap: (message: Message, row: number, column: number) => Promise<void>;
  pay: (message: Message) => Promise<void>;
  copy: (text: string) => void;
  openLink: (url: string) => void;
  openPage: (url: string) => Promise<void>;
  insertText: (text: string) => void;
}

/** The keyboard below a message; an invoice without one gets Telegram's own pay button. */
export function inlineKeyboard(message: Message, actions: KeyboardActions): HTMLElement | undefined {
  const rows = message.reply_markup?.inline_keyboard ?? defaultRows(message);
  if (!rows?.some((row) => row.length > 0)) return undefined;
  const drawn = rows.map((row, rowIndex) =>
    element(
      'div',
      { class: 'keyboard-row' },
      ...row.map((button, column) => drawButton(message, button, rowIndex, column, actions)),
    ),
  );
  return element('div', { class: 'inline-keyboard' }, ...drawn);
}

function defaultRows(message: Message): InlineKeyboardButton[][] | undefined {
  const { invoice } = message;
  return invoice && [[{ text: say('pay', { amount: amountOf(message) }), pay: true }]];
}

function amountOf(message: Message): string {
  const { invoice } = message;
  return invoice ? money(invoice.currency, invoice.total_amount).replace('⭐ ', '') : '';
}

function drawButton(
  message: Message,
  button: InlineKeyboardButton,
  row: number,
  column: number,
  actions: KeyboardActions,
): HTMLElement {
  const corner = cornerIcon(button);
  const text = 'pay' in button ? button.text.replaceAll('XTR', '⭐') : button.text;
  const drawn = element(
    'button',
    {
      type: 'button',
      class: `key ${button.style ? `key-${button.style}` : ''}`,
      title: text,
      'data-key': `${message.message_id}:${row}:${column}`,
      'aria-disabled': 'disabled' in button ? 'true' : undefined,
    },
    element('span', { class: 'key-text' }, text),
    corner && element('span', { class: 'key-corner' }, icon(corner)),
  );
  if (!('disabled' in button))
    drawn.addEventListener('click', () => press(drawn, () => act(message, button, row, column, actions)));
  return drawn;
}

async function press(drawn: HTMLElement, action: () => Promise<void>): Promise<void> {
  if (drawn.classList.contains('waiting')) return;
  drawn.classList.add('waiting');
  drawn.setAttribute('aria-busy', 'true');
  try {
    await action();
  } finally {
    drawn.classList.remove('waiting');
    drawn.removeAttribute('aria-busy');
  }
}

async function act(
  message: Message,
  button: InlineKeyboardButton,
  row: number,
  column: number,
  actions: KeyboardActions,
): Promise<void> {
  if ('url' in button) return actions.openLink(button.url);
  if ('web_app' in button) return actions.openPage(button.web_app.url);
  if ('copy_text' in button) return actions.copy(button.copy_text.text);
  if ('pay' in button) return actions.pay(message);
  const query = inlineQuery(button);
  if (query !== undefined) return actions.insertText(query);
  return actions.tap(message, row, column);
}

function inlineQuery(button: InlineKeyboardButton): string | undefined {
  if ('switch_inline_query' in button) return button.switch_inline_query;
  if ('switch_inline_query_current_chat' in button) return button.switch_inline_query_current_chat;
  if ('switch_inline_query_chosen_chat' in button) return button.switch_inline_query_chosen_chat.query ?? '';
  return undefined;
}

function cornerIcon(button: InlineKeyboardButton): IconName | undefined {
  if ('url' in button || 'login_url' in button) return 'link';
  if ('web_app' in button) return 'app';
  if ('copy_text' in button) return 'copy';
  return inlineQuery(button) === undefined ? undefined : 'forward';
}
