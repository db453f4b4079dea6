import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BotAccount } from '../account.ts';
import { isMediaKind } from '../content/media-kinds.ts';
import type { BotView, ChatEvent } from '../page-contract.ts';
import { isObject, numberOf, Params, textOf } from '../params.ts';
import type { Chatter } from '../people/chatter.ts';
import type { Person } from '../people/person.ts';
import { seatOf } from './group-routes.ts';
import { NothingHere } from './nothing-here.ts';
import { readBody } from './read-body.ts';

type Body = Record<string, unknown>;
type Action = (person: Person, body: Body, chat: Chatter) => unknown;

/** What a person can do over HTTP with a JSON body, by the last part of the path. */
const ACTIONS: Record<string, Action> = {
  taps: (_person, body, chat) =>
    typeof body.data === 'string'
      ? chat.tapData(numberOf(body, 'message_id') ?? 0, body.data)
      : chat.tapAt(
          numberOf(body, 'message_id') ?? 0,
          numberOf(body, 'row') ?? 0,
          numberOf(body, 'column') ?? 0,
        ),
  payments: (person, body) => person.pay(textOf(body, 'link') || (numberOf(body, 'message_id') ?? 0)),
  renewals: (person, body) => ({
    renewed: person.renew(textOf(body, 'charge_id'), { enoughStars: body.enough_stars !== false }),
  }),
  subscriptions(person, body) {
    person.changeSubscription(textOf(body, 'charge_id'), body.cancelled === true);
    return true;
  },
  block(person, body) {
    if (body.blocked === true) person.block();
    else person.unblock();
    return person.view;
  },
  launches: (person, body) => ({ url: person.launch(textOf(body, 'url'), textOf(body, 'theme')) }),
  inline: (person, body) => person.inline(textOf(body, 'query')),
};

/** Everything under /sim/people; @throws Error whose message tells the caller what is wrong. */
export async function servePeople(
  bot: BotAccount,
  request: IncomingMessage,
  response: ServerResponse,
  { path, url }: { path: string; url: URL },
): Promise<unknown> {
  if (path === '')
    return request.method === 'POST'
      ? join(bot, await jsonBody(request))
      : bot.people.list().map((it) => it.view);
  const [id, action = ''] = path.split('/');
  const person = bot.people.find(Number(id));
  if (!person) throw new NothingHere(`no person ${id}`);
  if (request.method === 'GET' && action === '') return person.view;
  const { chat, view } = seatOf(bot, person, url);
  if (request.method === 'GET' && action === 'events') {
    return streamEvents({ person, chat, view }, request, response);
  }
  if (request.method === 'GET' && action === 'messages') return chat.messages;
  if (request.method !== 'POST') throw new Error(`nothing to ${request.method} here`);
  if (action === 'messages') return write(chat, request);
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!act) throw new Error(`a person can not do "${action}"`);
  return act(person, await jsonBody(request), chat);
}

function join(bot: BotAccount, body: Body) {
  const first_name = textOf(body, 'first_name');
  if (first_name === '') throw new Error('first_name is missing');
  const [username, id] = [textOf(body, 'username'), numberOf(body, 'id')];
  return bot.people.join({
    ...{ first_name, language_code: textOf(body, 'language_code') || 'en' },
    ...(username ? { username } : {}),
    ...(id === undefined ? {} : { id }),
  }).view;
}

/** A text as JSON, or files as a form. */
async function write(chat: Chatter, request: IncomingMessage) {
  const { values, order } = await readBody(request);
  const params = new Params(values);
  const replyTo = params.has('reply_to') ? { replyTo: params.int('reply_to', 0) } : {};
  if (order.length === 0) {
    if (params.text('text') === '') throw new Error('text is missing');
    return [chat.send(params.text('text'), replyTo)];
  }
  const kind = params.text('kind') || 'document';
  if (!isMediaKind(kind)) throw new Error(`there is no kind "${kind}"`);
  const files = order.map(({ bytes, filename, type }, index) => {
    const caption = index === 0 ? params.text('caption') : '';
    return { bytes, kind, fileName: filename, mime: type, caption };
  });
  return chat.sendFiles(files, replyTo);
}

async function jsonBody(request: IncomingMessage): Promise<Body> {
  const { values } = await readBody(request);
  const body = Object.fromEntries([...values].map(([name, text]) => [name, booleanOrText(text)]));
  return isObject(body) ? body : {};
}

/** Undoes the form in which all values travel: `true`, `false` are that, all else stays text. */
function booleanOrText(text: string): unknown {
  return text === 'true' || (text === 'false' ? false : text);
}

/** Server-sent events until the page goes away; undefined tells that the answer is under way. */
function streamEvents(
  { person, chat, view }: { person: Person; chat: Chatter; view: BotView },
  request: IncomingMessage,
  response: ServerResponse,
): undefined {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const write = (event: ChatEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  write({ type: 'snapshot', person: person.view, bot: view, messages: chat.messages });
  const stop = chat.onEvent(write);
  request.once('close', stop);
  return undefined;
}
