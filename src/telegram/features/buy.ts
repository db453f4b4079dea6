import { balance } from '#ledger';
import { createInvoice, type Pack } from '#payments';
import { checkpoint } from '#platform';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { clip } from '../render/html.ts';
import { packsScreen, TITLE_LIMIT } from '../render/packs.ts';
import type { Voice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { writeWaitingForm } from '../waiting-form.ts';
import type { Forms } from './forms.ts';
import { createOpenForms } from './open-form.ts';
import { subscriptionOf } from './subscription.ts';

/** Telegram's limit of an invoice's description (facts: payments), in characters. */
const DESCRIPTION_LIMIT = 255;

type Slice = Pick<Services, 'database' | 'config' | 'clock'>;

async function packsOf(ctx: BotContext, services: Slice) {
  const { database, config } = services;
  const { available } = await balance(database.db, ctx.person.id);
  const subscription = await subscriptionOf(ctx.person.id, services);
  return packsScreen(ctx.voice, { ...config, balance: available, subscription });
}

/** /buy */
export function buyCommand(services: Slice): CommandHandler {
  return async (ctx) => {
    await ctx.send(await packsOf(ctx, services));
  };
}

/** A tap on a pack brings its invoice; one below a form that lacks credits lets the form wait for it. */
export function buyTaps(
  services: Slice & Pick<Services, 'registry' | 'catalogue' | 'generations'>,
  forms: Forms,
): Pick<TapHandlers, 'pack' | 'pack-for'> {
  const { openForm } = createOpenForms(services, forms);

  async function packFor(ctx: BotContext, stars: number): Promise<Pack | undefined> {
    const pack = services.config.packs.find((candidate) => candidate.stars === stars);
    if (pack) return pack;
    ctx.toast(ctx.voice.plain('menu-outdated'));
    await ctx.show(await packsOf(ctx, services));
    return undefined;
  }

  return {
    async pack(ctx, { stars }) {
      const pack = await packFor(ctx, stars);
      if (pack) await sendInvoice(ctx, services, { pack });
    },
    async 'pack-for'(ctx, tap) {
      const form = await openForm(ctx, tap);
      const pack = form && (await packFor(ctx, tap.stars));
      if (!form || !pack) return;
      const { id: draftId, revision } = form.draft;
      const waiting = writeWaitingForm({ draftId, revision, credits: tap.credits });
      await sendInvoice(ctx, services, { pack, waiting, model: form.model.title });
    },
  };
}

interface Order {
  pack: Pack;
  /** The form that waits for this payment, and what it makes. */
  waiting?: string;
  model?: string;
}

/** The row first: what Telegram carries is its id alone. */
async function sendInvoice(
  ctx: BotContext,
  { database, clock }: Slice,
  { pack, waiting, model }: Order,
): Promise<void> {
  const { voice, person } = ctx;
  const invoice = await database.transaction((trx) =>
    createInvoice(trx, {
      personId: person.id,
      pack,
      at: clock.now(),
      ...(waiting === undefined ? {} : { waitingDraftId: waiting }),
    }),
  );
  checkpoint('invoice:committed');
  const { title, description, prices } = invoiceTerms(voice, pack, model);
  await ctx.api.sendInvoice(ctx.place.chatId, title, description, invoice.id, 'XTR', prices);
  checkpoint('invoice:sent');
}

/** What an invoice says; with the name of what it pays for, where something waits for it. */
export function invoiceTerms(
  voice: Voice,
  { credits, stars }: Pick<Pack, 'credits' | 'stars'>,
  model?: string,
) {
  const title = clip(voice.plain('credits', { count: credits }), TITLE_LIMIT);
  const about =
    model === undefined ? voice.plain('invoice-about') : voice.plain('invoice-about-waiting', { model });
  return {
    title,
    description: clip(about, DESCRIPTION_LIMIT),
    prices: [{ label: title, amount: stars }],
  };
}
