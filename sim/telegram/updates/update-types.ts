import type { Update } from 'grammy/types';

export type UpdateType = Exclude<keyof Update, 'update_id'>;

const DAY = 86_400;

/** Seconds an update of the type lives in the queue; all others live a day (facts: 1.1). */
const LIFETIMES: Partial<Record<UpdateType, number>> = {
  callback_query: 150,
  pre_checkout_query: 150,
  shipping_query: 150,
  inline_query: 30,
  chosen_inline_result: 600,
};

/** Types a bot gets only when it names them. */
const ON_REQUEST: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** Every name the server knows (facts: 1.1, names up to 10.4). */
const NAMES: readonly string[] = [
  ...['message', 'edited_message', 'channel_post', 'edited_channel_post'],
  ...['inline_query', 'chosen_inline_result', 'callback_query', 'shipping_query', 'pre_checkout_query'],
  ...['poll', 'poll_answer', 'my_chat_member', 'chat_member', 'chat_join_request'],
  ...['chat_boost', 'removed_chat_boost', 'message_reaction', 'message_reaction_count'],
  ...['business_connection', 'business_message', 'edited_business_message', 'deleted_business_messages'],
  ...['purchased_paid_media', 'managed_bot', 'guest_message', 'custom_event', 'custom_query'],
  ...['subscription', 'stopped_message_generation', 'widget_query', 'shared_widget_query'],
];

const DEFAULTS: ReadonlySet<string> = new Set(NAMES.filter((name) => !ON_REQUEST.includes(name)));

/** Which updates a bot wants; decided when an update is made, not when it is delivered. */
export class AllowedUpdates {
  #names: ReadonlySet<string> = DEFAULTS;

  /** Takes the parameter as it came: nothing or nonsense changes nothing, a list without known names means the default. */
  apply(text: string): void {
    const names = parseNames(text);
    if (names) this.#names = names.size > 0 ? names : DEFAULTS;
  }

  allows(type: UpdateType): boolean {
    return this.#names.has(type);
  }

  /** The list for getWebhookInfo, undefined while it is the default. */
  get custom(): string[] | undefined {
    return this.#names === DEFAULTS ? undefined : [...this.#names];
  }
}

/** Unix time in seconds at which an update is forgotten; messages count from their own date. */
export function expiryOf(type: UpdateType, date: number): number {
  return date + (LIFETIMES[type] ?? DAY);
}

/** Deliveries with the same key are strictly one after another (facts: 1.4, "queue key"). */
export function orderKey(type: UpdateType, senderId: number): string {
  const lane: Partial<Record<UpdateType, string>> = {
    callback_query: 'callback',
    pre_checkout_query: 'payment',
    shipping_query: 'payment',
    inline_query: 'inline',
  };
  return `${lane[type] ?? 'chat'}:${senderId}`;
}

function parseNames(text: string): ReadonlySet<string> | undefined {
  if (text === '') return undefined;
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return undefined;
    return new Set(list.filter((name) => typeof name === 'string' && NAMES.includes(name)));
  } catch {
    return undefined; // the server ignores what is no JSON
  }
}
