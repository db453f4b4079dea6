import type { Context } from 'grammy';
import type { InlineQueryResult } from 'grammy/types';
import type { Generation } from '#generation';
import { pickLocale } from '#i18n';
import { getPerson, type Person } from '#people';
import { writePromptLink } from '../deep-link.ts';
import { inlineModel, inlineResults } from '../render/inline.ts';
import { createVoice, type Voice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { unlessRefused } from '../unless-refused.ts';

const GENERATIONS_SHOWN = 20;
const MODELS_SHOWN = 10;
/** Seconds for which Telegram may answer by itself. */
const CACHE_SECONDS = 5;

type Slice = Pick<
  Services,
  'database' | 'registry' | 'generations' | 'translator' | 'config' | 'catalogue' | 'rowFacts'
>;

/**
 * `@bot words` in any chat: the person's own results that speak of them, to be sent there, the models called so, and
 * the way to make something new. Telegram forgets the question after 30 s, so nothing is made here.
 */
export async function answerInline(ctx: Context, services: Slice): Promise<void> {
  const { database, registry, generations, translator, config } = services;
  const { query = '', from } = ctx.inlineQuery ?? {};
  if (!from) return;
  const person = await getPerson(database.db, from.id);
  const locale = pickLocale(translator.locales, from.language_code, config.defaultLocale);
  const voice = createVoice(translator, person?.locale ?? locale);
  const made = person && !person.bannedAt ? await wanted(services, person, query.trim()) : [];
  const results: InlineQueryResult[] = [];
  for (const generation of made) {
    const parts = await generations.parts(generation.id);
    const items = parts.flatMap((part) => part.sent);
    const model = registry.get(generation.modelId);
    results.push(...inlineResults(voice, { generation, model, items, username: ctx.me.username }));
  }
  if (!query.startsWith('g_')) results.push(...modelsCalled(services, voice, query.trim(), ctx.me.username));
  const button = { text: voice.plain('inline-create'), start_parameter: writePromptLink(query) };
  const answer = { cache_time: CACHE_SECONDS, is_personal: true, button };
  await unlessRefused(ctx.answerInlineQuery(results.slice(0, 50), answer));
}

function modelsCalled(
  { catalogue, rowFacts }: Slice,
  voice: Voice,
  query: string,
  username: string,
): InlineQueryResult[] {
  if (query === '') return [];
  const rows = catalogue.search(query).slice(0, MODELS_SHOWN);
  return rows.map((row) => inlineModel(voice, { row, facts: rowFacts, username }));
}

async function wanted(
  { generations }: Pick<Slice, 'generations'>,
  person: Person,
  query: string,
): Promise<Generation[]> {
  const [, id] = /^g_([A-Za-z0-9_-]{1,24})$/.exec(query) ?? [];
  if (id !== undefined) {
    const generation = await generations.get(id);
    return generation?.personId === person.id ? [generation] : [];
  }
  return generations.history(person.id, {
    limit: GENERATIONS_SHOWN,
    ...(query === '' ? {} : { words: query.slice(0, 100) }),
  });
}
