import type { Message } from 'grammy/types';
import { buttonsOf } from './buttons.ts';

const FILES = ['photo', 'video', 'audio', 'voice', 'animation', 'document'] as const;
const SERVICES = ['invoice', 'successful_payment', 'refunded_payment'] as const;
const MAX_TEXT = 300;

/** Messages as lines of plain text: id, side, kind of content, text, buttons in brackets; for whoever debugs a test. */
export function transcript(messages: Message[]): string {
  return messages.length === 0 ? '(no messages)' : messages.map(lineOf).join('\n');
}

function lineOf(message: Message): string {
  const side = message.from?.is_bot ? 'bot' : 'person';
  const kind = [...FILES, ...SERVICES].find((name) => message[name] !== undefined);
  const text = (message.text ?? message.caption ?? '').slice(0, MAX_TEXT);
  const parts = [kind ? `<${kind}>` : '', text, ...keyboardOf(message)];
  return `#${message.message_id} ${side}: ${parts.filter(Boolean).join(' ')}`;
}

function keyboardOf(message: Message): string[] {
  const inline = buttonsOf(message).map(({ text }) => `[${text}]`);
  const { keyboard = [] } = (message.reply_markup ?? {}) as { keyboard?: (string | { text: string })[][] };
  const reply = keyboard.flat().map((button) => `(${typeof button === 'string' ? button : button.text})`);
  return [...inline, ...reply];
}
