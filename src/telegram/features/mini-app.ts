import type { Bot } from 'grammy';
import type { InlineQueryResult } from 'grammy/types';
import type { Generation } from '#generation';
import type { Invoice, Pack, Subscription } from '#payments';
import { getPerson } from '#people';
import { chatWith } from '../chat-with.ts';
import type { BotContext } from '../context.ts';
import { inlineResults } from '../render/inline.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { troubleOf } from '../telegram-trouble.ts';
import { invoiceTerms } from './buy.ts';
import { sendAgain } from './history.ts';
import { changeSubscription, subscriptionLink, subscriptionOf } from './subscription.ts';

/** What the Mini App asks of the chat. */
export interface ForMiniApp {
  username(): Promise<string>;
  /** The address that `openInvoice` takes; of a subscription's invoice one that Telegram pays every month. */
  invoiceLink(invoice: Invoice, locale: string): Promise<string>;
  /** What the person has every month, or could have. */
  subscription(personId: number): Promise<{ offer: Pack | null; running: readonly Subscription[] }>;
  /** Ends it with its paid month, or takes it up again. */
  changeSubscription(subscription: Subscription, state: 'canceled' | 'active'): Promise<void>;
  /** Sends a result into the chat once more; false when its files are gone. */
  sendAgain(personId: number, generationId: string): Promise<boolean>;
  /** A message with one file of a result, ready for the person to send anywhere; null where Telegram makes none. */
  prepareShare(generation: Generation, index: number, locale: string): Promise<string | null>;
}

export function createForMiniApp(services: Services & { bot: Bot<BotContext> }): ForMiniApp {
  const { api, bot, database, generations, registry, translator } = services;

  async function username(): Promise<string> {
    if (!bot.isInited()) await bot.init();
    return bot.botInfo.username;
  }

  async function shareable(generation: Generation, locale: string): Promise<InlineQueryResult[]> {
    const parts = await generations.parts(generation.id);
    const items = parts.flatMap(({ sent }) => sent);
    const model = registry.get(generation.modelId);
    const voice = createVoice(translator, locale);
    return inlineResults(voice, { generation, model, items, username: await username() });
  }

  return {
    username,
    async invoiceLink(invoice, locale) {
      const voice = createVoice(translator, locale);
      if (invoice.subscription) return subscriptionLink(api, voice, invoice);
      const { title, description, prices } = invoiceTerms(voice, invoice);
      return api.createInvoiceLink(title, description, invoice.id, '', 'XTR', prices);
    },
    subscription: (personId) => subscriptionOf(personId, services),
    changeSubscription: (subscription, state) => changeSubscription(services, subscription, state),
    async sendAgain(personId, generationId) {
      const person = await getPerson(database.db, personId);
      const generation = await generations.get(generationId);
      if (!person || generation?.personId !== personId) return false;
      return sendAgain(chatWith(services, person), services, generation);
    },
    async prepareShare(generation, index, locale) {
      const result = (await shareable(generation, locale))[index];
      if (!result) return null;
      const everywhere = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
      try {
        return (await api.savePreparedInlineMessage(generation.personId, result, everywhere)).id;
      } catch (error) {
        if (troubleOf(error).kind === 'refused') return null;
        throw error;
      }
    },
  };
}
