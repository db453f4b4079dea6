import type { Bot } from 'grammy';
import type { Invoice } from '#payments';
import { getPerson } from '#people';
import { chatWith } from '../chat-with.ts';
import type { BotContext } from '../context.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { invoiceTerms } from './buy.ts';
import { sendAgain } from './history.ts';

/** What the Mini App asks of the chat. */
export interface ForMiniApp {
  username(): Promise<string>;
  /** The address that `openInvoice` takes. */
  invoiceLink(invoice: Invoice, locale: string): Promise<string>;
  /** Sends a result into the chat once more; false when its files are gone. */
  sendAgain(personId: number, generationId: string): Promise<boolean>;
}

export function createForMiniApp(services: Services & { bot: Bot<BotContext> }): ForMiniApp {
  const { api, bot, database, generations, translator } = services;
  return {
    async username() {
      if (!bot.isInited()) await bot.init();
      return bot.botInfo.username;
    },
    async invoiceLink(invoice, locale) {
      const { title, description, prices } = invoiceTerms(createVoice(translator, locale), invoice);
      return api.createInvoiceLink(title, description, invoice.id, '', 'XTR', prices);
    },
    async sendAgain(personId, generationId) {
      const person = await getPerson(database.db, personId);
      const generation = await generations.get(generationId);
      if (!person || generation?.personId !== personId) return false;
      return sendAgain(chatWith(services, person), services, generation);
    },
  };
}
