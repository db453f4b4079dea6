import { randomBytes } from 'node:crypto';
import { badRequest } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import { isObject } from '../params.ts';
import { findPerson } from './destination.ts';
import type { Method } from './method.ts';

const MAX_TOAST = 200;
const MAX_RESULTS = 50;

/** Answers to taps and to inline queries. */
export const answering = {
  answerCallbackQuery({ bot, params }) {
    const [text, url] = [params.text('text'), params.text('url')];
    if (text.length > MAX_TOAST) throw badRequest('MESSAGE_TOO_LONG');
    bot.queries.answer('callback', params.text('callback_query_id'), {
      ...(text ? { text, show_alert: params.bool('show_alert') } : {}),
      ...(url ? { url } : {}),
    });
    return true;
  },

  answerInlineQuery({ bot, params }) {
    const results = params.json('results', "can't parse JSON encoded inline query results");
    if (!Array.isArray(results)) throw badRequest('expected an Array of inline query results');
    if (results.length > MAX_RESULTS) throw badRequest('too many inline query results specified');
    bot.queries.answer('inline', params.text('inline_query_id'), { results });
    return true;
  },

  /** A message that the person may send from a Mini App (facts: 8.0, shareMessage); it can be sent for an hour. */
  savePreparedInlineMessage(call) {
    const { bot, params } = call;
    findPerson(call, 'user_id');
    const result = params.json('result', "can't parse JSON encoded inline query result");
    if (!isObject(result)) throw badRequest('expected an inline query result');
    return { id: randomBytes(12).toString('base64url'), expiration_date: unixTime(bot.clock) + 3600 };
  },
} satisfies Record<string, Method>;
