import type { InlineKeyboardButton, Message } from 'grammy/types';

/** An inline button where it stands; rows and columns count from 0. */
export interface FoundButton {
  message_id: number;
  row: number;
  column: number;
  text: string;
  /** What a tap sends to the bot; undefined for buttons that do something else. */
  data: string | undefined;
  button: InlineKeyboardButton;
}

/** What a button is called: its whole text, or a pattern for it. */
export type Label = string | RegExp;

/** All inline buttons of a message, row by row. */
export function buttonsOf(message: Message): FoundButton[] {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.flatMap((buttons, row) =>
    buttons.map((button, column) => ({
      ...{ message_id: message.message_id, row, column, text: button.text, button },
      data: 'callback_data' in button ? button.callback_data : undefined,
    })),
  );
}

/** Whether the button is the one meant. */
export function isCalled(label: Label): (button: FoundButton) => boolean {
  return ({ text }) => (typeof label === 'string' ? text === label : text.search(label) !== -1);
}
