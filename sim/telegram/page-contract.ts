import type { Message } from 'grammy/types';

/**
 * The simulator's side door: what people (a test, or someone at the chat page) do and see.
 * JSON over HTTP beside the Bot API on the same port; files are multipart.
 *
 * | call | body → answer |
 * |---|---|
 * | GET  /sim/bot | → BotView |
 * | GET  /sim/people | → PersonView[] |
 * | POST /sim/people | NewPerson → PersonView |
 * | GET  /sim/groups | → GroupView[] |
 * | POST /sim/groups | NewGroup → GroupView; the first of its members lets the bot in |
 * | GET  /sim/people/:id/events | → server-sent events, each `data:` a ChatEvent; the first is a snapshot |
 * | POST /sim/people/:id/messages | SentText as JSON, or multipart: `file` (1–10), `kind`, `caption?`, `reply_to?` → Message[] |
 * | POST /sim/people/:id/taps | Tap → TapAnswer (waits until the bot answers the callback, 15 s at most) |
 * | POST /sim/people/:id/payments | { message_id } → { paid: boolean, error?: string } (pre-checkout, then successful_payment) |
 * | POST /sim/people/:id/block | { blocked: boolean } → PersonView |
 * | POST /sim/people/:id/inline | { query } → { results: unknown[] } |
 * | POST /sim/people/:id/launches | { url, theme } → { url }, the page's address with signed launch data as Telegram opens it |
 * | GET  /sim/files/:file_id | → the bytes with their content type |
 * | GET  /sim/people/:id/messages | → Message[], the chat now |
 * | POST /sim/people/:id/taps | { message_id, data } → TapAnswer, a tap as an old or forged client sends it |
 * | POST /sim/people/:id/payments | { link } → as above, for a link made by createInvoiceLink |
 * | GET  /sim/journal?since=seq | → every call, update and webhook attempt after that `seq`, in order |
 * | GET POST DELETE /sim/faults | Fault → Fault[] in force; DELETE ends them all |
 *
 * `?group=id` on events, messages and taps: in that group instead of the private chat.
 * `?bot=username` names another bot than the first. Failures answer `{ error }` with 400 or 404.
 */
export interface PersonView {
  id: number;
  first_name: string;
  username?: string;
  language_code: string;
  blocked: boolean;
}

export type NewPerson = Pick<PersonView, 'first_name' | 'language_code'> & { username?: string; id?: number };

export interface BotView {
  id: number;
  username: string;
  first_name: string;
  /** Commands as `setMyCommands` left them for this language, or the default ones. */
  commands: { command: string; description: string }[];
  /** The page that the button beside the message field opens, if the bot set one. */
  menu_page?: { text: string; url: string };
}

export interface GroupView {
  id: number;
  title: string;
  members: { id: number; first_name: string }[];
}

export type NewGroup = { title: string; members: number[] };

export interface SentText {
  text: string;
  reply_to?: number;
}

export interface Tap {
  message_id: number;
  /** Position on the message's current inline keyboard, from 0. */
  row: number;
  column: number;
}

export interface TapAnswer {
  answered: boolean;
  text?: string;
  show_alert?: boolean;
  url?: string;
}

/** Messages are Bot API messages as the person sees them; `file_id`s open under /sim/files/. */
export type ChatEvent =
  | { type: 'snapshot'; person: PersonView; bot: BotView; messages: Message[] }
  | { type: 'message'; message: Message }
  | { type: 'edited'; message: Message }
  | { type: 'deleted'; message_ids: number[] }
  | { type: 'action'; action: string }
  | { type: 'toast'; text: string; show_alert: boolean };
