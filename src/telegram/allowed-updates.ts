/** The kinds of updates the bot handles; polling and webhook ask for the same. */
export const ALLOWED_UPDATES = [
  'message',
  'callback_query',
  'pre_checkout_query',
  'my_chat_member',
  'inline_query',
  'subscription',
] as const;
