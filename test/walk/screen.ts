import type { Message } from 'grammy/types';

/** A button as the walk knows it: `key` is what it does, whichever draft and revision it was drawn for. */
export interface Way {
  key: string;
  /** The code on the wire, e.g. `f` for a field. */
  code: string;
  data: string;
  label: string;
}

/** Buttons that carry a draft and its revision first. */
const OF_A_DRAFT = /^1([a-zA-Z]{1,2}):[\w-]{12}:[0-9a-z]{1,6}(:.*)?$/;
const ID = /:[\w-]{12}(?=:|$)/g;

/** Telegram's own limits, which the simulator enforces, and ours: nothing on a screen may be a key or a hole. */
const RAW =
  /\b(?:field|choice|about|button|form|error|type|status|action|history|shelf)-[a-z][a-z_-]+\b|undefined|\[object|NaN/;

export function waysFrom(message: Message): Way[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().flatMap((button) => {
    if (!('callback_data' in button)) return [];
    const { callback_data: data, text: label } = button;
    const ofDraft = OF_A_DRAFT.exec(data);
    const code = ofDraft?.[1] ?? /^1([a-zA-Z-]{1,2})/.exec(data)?.[1] ?? '?';
    const key = ofDraft ? `${code}${ofDraft[2] ?? ''}` : data.replace(ID, ':#');
    return [{ key, code, data, label }];
  });
}

/** What is wrong with a screen by itself. */
export function faultsOf(message: Message): string[] {
  const ways = waysFrom(message);
  const text = message.text ?? message.caption ?? '';
  const labels = (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);
  const faults: string[] = [];
  if (ways.length === 0) faults.push('a dead end: no button');
  for (const { data } of ways) if (Buffer.byteLength(data) > 64) faults.push(`button data too long: ${data}`);
  for (const said of [text, ...labels])
    if (RAW.test(said)) faults.push(`not for people: ${said.slice(0, 120)}`);
  if (labels.some((label) => label.trim() === '')) faults.push('a button without a name');
  return faults;
}
