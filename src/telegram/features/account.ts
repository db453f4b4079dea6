import { balance, statement } from '#ledger';
import { setLocale } from '#people';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { balanceScreen } from '../render/balance.ts';
import type { Screen } from '../render/screen.ts';
import { helpScreen, languageScreen, noteScreen } from '../render/simple-screens.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { subscriptionOf } from './subscription.ts';

const ENTRIES_SHOWN = 8;

type Slice = Pick<Services, 'database' | 'translator' | 'config' | 'clock'>;

/** /balance as it is now. */
export async function balanceOf(ctx: BotContext, services: Omit<Slice, 'translator'>): Promise<Screen> {
  const { database, config } = services;
  const { db } = database;
  return balanceScreen(ctx.voice, {
    balance: await balance(db, ctx.person.id),
    entries: await statement(db, ctx.person.id, { limit: ENTRIES_SHOWN }),
    packs: config.packs,
    subscription: await subscriptionOf(ctx.person.id, services),
    supportContact: config.supportContact,
    timeZone: config.timeZone,
    ...invitationOf(ctx, config.referralCredits),
  });
}

/** The link that makes somebody new this person's find. */
function invitationOf(ctx: BotContext, credits: number) {
  if (credits === 0) return {};
  const link = `https://t.me/${ctx.me.username}?start=r_${ctx.person.referralCode}`;
  return { invitation: { link, credits } };
}

/** /balance /help /language */
export function accountCommands(services: Slice): Record<'balance' | 'help' | 'language', CommandHandler> {
  const { config, translator } = services;
  return {
    async balance(ctx) {
      await ctx.send(await balanceOf(ctx, services));
    },
    async help(ctx) {
      await ctx.send(helpScreen(ctx.voice, config.supportContact));
    },
    async language(ctx) {
      await ctx.send(languageScreen(ctx.voice, translator));
    },
  };
}

export function accountTaps(
  services: Slice,
): Pick<TapHandlers, 'balance' | 'help' | 'languages' | 'language'> {
  const { config, translator, database } = services;
  return {
    async balance(ctx) {
      await ctx.show(await balanceOf(ctx, services));
    },
    async help(ctx) {
      await ctx.show(helpScreen(ctx.voice, config.supportContact));
    },
    async languages(ctx) {
      await ctx.show(languageScreen(ctx.voice, translator));
    },
    async language(ctx, { locale }) {
      if (!translator.locales.includes(locale)) {
        ctx.toast(ctx.voice.plain('menu-outdated'));
        await ctx.show(languageScreen(ctx.voice, translator));
        return;
      }
      ctx.person = await database.transaction((trx) => setLocale(trx, ctx.person.id, locale));
      ctx.voice = createVoice(translator, locale);
      await ctx.show(noteScreen(ctx.voice, ctx.voice.html('language-chosen')));
    },
  };
}
