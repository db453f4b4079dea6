import { element } from './dom.ts';
import { say } from './words.ts';

const shownFor = 3_500;
const repeatedWithin = 2_500;
let last = { text: '', at: 0 };

/**
 * Shows an answer the way Telegram does: a passing toast, or an alert to dismiss.
 * The same text arriving twice at once (as the tap's answer and as an event) is shown once.
 */
export function notify(text: string, asAlert = false): void {
  const now = performance.now();
  if (text === last.text && now - last.at < repeatedWithin) return;
  last = { text, at: now };
  if (asAlert) void ask({ text, confirm: 'OK' });
  else toast(text);
}

/** A toast with anything in it, gone after a few seconds. */
export function toast(...content: (Node | string)[]): void {
  const box = element('div', { class: 'toast' }, ...content);
  corner().append(box);
  setTimeout(() => box.remove(), shownFor);
}

function corner(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.toasts');
  if (found) return found;
  const made = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  document.getElementById('chat')?.append(made);
  return made;
}

export interface Question {
  title?: string;
  text: string;
  confirm: string;
  cancellable?: boolean;
}

/** A modal question. Resolves to whether it was confirmed; Escape is a no. */
export function ask(question: Question): Promise<boolean> {
  const confirm = element('button', { value: 'yes', class: 'flat-button strong' }, question.confirm);
  const cancel =
    question.cancellable && element('button', { value: '', class: 'flat-button' }, say('cancel'));
  const form = element(
    'form',
    { method: 'dialog' },
    question.title !== undefined && element('h2', {}, question.title),
    element('p', {}, question.text),
    element('div', { class: 'dialog-buttons' }, cancel, confirm),
  );
  const dialog = element('dialog', { class: 'alert', 'aria-label': question.title ?? question.text }, form);
  document.body.append(dialog);
  dialog.showModal();
  confirm.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
