import type { World } from '#sim';

type Person = ReturnType<World['telegram']['people']['join']>;

/** Updates without their ids that seldom come from this person, or never: the bot may drop them, never fall over. */
export function unusualUpdates({ user: from, chat }: Person): Record<string, unknown>[] {
  const group = { id: -5, type: 'group', title: 'g' };
  const channel = { id: -7, type: 'channel', title: 'c' };
  const sent = { message_id: 1, date: 1, chat, from };
  const media = { file_id: 'x', file_unique_id: 'x', width: 1, height: 1, duration: 1, length: 1 };
  return [
    {},
    { message: { message_id: 1, date: 1, chat } },
    { message: sent },
    { message: { ...sent, text: 'x', reply_to_message: { message_id: 2, chat } } },
    { message: { ...sent, photo: [] } },
    { message: { ...sent, sticker: {} } },
    { message: { ...sent, sticker: media } },
    { message: { ...sent, animation: media, document: media } },
    { message: { ...sent, video_note: media } },
    { message: { ...sent, contact: { phone_number: '1', first_name: 'x' } } },
    { message: { ...sent, location: { latitude: 1, longitude: 1 } } },
    { message: { ...sent, dice: { emoji: '🎲', value: 1 } } },
    { message: { ...sent, poll: { id: '1', question: 'x', options: [] } } },
    { message: { ...sent, story: { chat, id: 1 } } },
    { message: { ...sent, web_app_data: { data: '{"prompt":"x"}', button_text: 'x' } } },
    { message: { ...sent, pinned_message: { ...sent, date: 0 } } },
    { message: { ...sent, write_access_allowed: { from_request: true } } },
    { message: { ...sent, text: 'x', via_bot: from, forward_origin: { type: 'hidden_user' } } },
    { message: { ...sent, text: 'x', quote: { text: 'x', position: 0 }, external_reply: {} } },
    { message: { ...sent, text: '/start', entities: [{ type: 'bot_command', offset: 0, length: 99 }] } },
    { message: { ...sent, chat: group, text: '/start' } },
    { message: { ...sent, chat: group, text: '/imagine x', sender_chat: group } },
    { message: { ...sent, chat: group, new_chat_members: [from] } },
    { message: { ...sent, chat: group, left_chat_member: from } },
    { message: { ...sent, chat: group, group_chat_created: true } },
    { message: { ...sent, chat: group, migrate_to_chat_id: -1_000_000_000_005 } },
    { message: { ...sent, chat: { ...group, type: 'supergroup' }, forum_topic_closed: {} } },
    { message: { ...sent, from: { ...from, is_bot: true }, text: '/start' } },
    { callback_query: { id: '1', from, chat_instance: '1', data: '1h' } },
    { callback_query: { id: '1', from, chat_instance: '1', data: '1h', inline_message_id: 'x' } },
    { callback_query: { id: '1', from, chat_instance: '1', game_short_name: 'x' } },
    {
      callback_query: { id: '1', from, chat_instance: '1', data: '1h', message: { ...sent, chat: channel } },
    },
    { inline_query: { id: '1', from, query: 'x'.repeat(256), offset: 'zzz' } },
    { chosen_inline_result: { result_id: 'x', from, query: 'x' } },
    {
      pre_checkout_query: { id: '1', from, currency: 'XTR', total_amount: 1, invoice_payload: 'not-ours' },
    },
    { subscription: { user: from, invoice_payload: 'not-ours', state: 'active' } },
    {
      my_chat_member: {
        chat,
        from,
        date: 1,
        old_chat_member: {},
        new_chat_member: { status: 'member', user: from },
      },
    },
    { my_chat_member: { chat: group, from, date: 1, old_chat_member: {}, new_chat_member: {} } },
    { chat_member: { chat: group, from, date: 1, old_chat_member: {}, new_chat_member: {} } },
    { edited_message: { ...sent, text: '/imagine x' } },
    { message_reaction: { chat, message_id: 1, user: from, date: 1, old_reaction: [], new_reaction: [] } },
    { poll_answer: { poll_id: '1', user: from, option_ids: [0] } },
    { business_message: { ...sent, text: 'x', business_connection_id: 'x' } },
    { purchased_paid_media: { from, paid_media_payload: 'x' } },
    { channel_post: { message_id: 1, date: 1, chat: channel, text: '/imagine x' } },
    { edited_channel_post: { message_id: 1, date: 1, chat: channel } },
  ];
}
