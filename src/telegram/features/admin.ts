import { isAdmin } from '#people';
import type { Tap } from '../callback-data.ts';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { adminAskScreen, adminRow, adminScreen, auditLogScreen } from '../render/admin.ts';
import { markupScreen } from '../render/admin-selling.ts';
import { button, type Screen } from '../render/screen.ts';
import { purchaseScreen } from '../render/uncertain.ts';
import type { Services } from '../services.ts';
import { broadcastTaps } from './admin-broadcasts.ts';
import { modelSwitchTaps } from './admin-models.ts';
import { paymentTaps } from './admin-payments.ts';
import { personTaps } from './admin-people.ts';
import { promoTaps } from './admin-promo.ts';
import { askFor } from './asked.ts';
import { sendDeskLink } from './desk.ts';
import { actTaps, propose } from './propose.ts';
import { homeScreen } from './start.ts';

const LOG_PAGE = 12;

export type AdminTap = Extract<Tap['to'], 'admin' | `admin-${string}`>;
type AdminTaps = Pick<TapHandlers, AdminTap>;

/** /admin for operators: the day so far, and the ways to everything they can do. */
export function adminCommand(services: Services): CommandHandler {
  return async (ctx) => void (await ctx.send(await overview(ctx, services)));
}

async function overview(ctx: BotContext, { operator }: Pick<Services, 'operator'>): Promise<Screen> {
  return adminScreen(ctx.voice, {
    today: await operator.today(),
    account: await operator.providerAccount(),
    terms: operator.terms(),
    uncertain: (await operator.uncertain()).length,
    unmatched: (await operator.unmatchedPayments()).length,
  });
}

/** Everything behind /admin; to anybody else these buttons are unknown. */
export function adminTaps(services: Services): AdminTaps {
  const { operator, config } = services;
  const taps: AdminTaps = {
    async admin(ctx) {
      await ctx.show(await overview(ctx, services));
    },
    async 'admin-ask'(ctx, { about }) {
      const question = QUESTIONS.find((known) => known === about);
      if (question === undefined) return void (await ctx.show(await overview(ctx, services)));
      await askFor(ctx, services, { what: 'admin', about: question });
      await ctx.show(adminAskScreen(ctx.voice, `admin-ask-${question}`));
    },
    ...actTaps(services),
    ...personTaps(services),
    ...paymentTaps(services),
    ...modelSwitchTaps(services),
    ...promoTaps(services),
    ...broadcastTaps(services),
    async 'admin-markup'(ctx) {
      await ctx.show(markupScreen(ctx.voice, operator.terms()));
    },
    'admin-markup-reset': (ctx) => propose(ctx, services, { what: 'markup', markup: null }),
    async 'admin-uncertain'(ctx) {
      const found = await operator.uncertain();
      const rows = found.map(({ id: generation, firstName, credits }) => [
        button(`${firstName} · ${credits} 💎 · ${generation}`, { to: 'admin-purchase', generation }),
      ]);
      const text = ctx.voice.html(found.length > 0 ? 'admin-uncertain' : 'uncertain-none');
      await ctx.show({ text, keyboard: [...rows, adminRow(ctx.voice)] });
    },
    async 'admin-purchase'(ctx, { generation }) {
      const purchase = (await operator.uncertain()).find(({ id }) => id === generation);
      if (!purchase) {
        ctx.toast(ctx.voice.plain('error-not-uncertain'));
        return taps['admin-uncertain'](ctx, { to: 'admin-uncertain' });
      }
      const screen = purchaseScreen(ctx.voice, purchase, config.timeZone);
      const back = adminRow(ctx.voice, { to: 'admin-uncertain' });
      await ctx.show({ ...screen, keyboard: [...screen.keyboard, back] });
    },
    'admin-desk': (ctx) => sendDeskLink(ctx, services),
    async 'admin-log'(ctx, { before }) {
      const page = { limit: LOG_PAGE + 1, ...(before > 0 ? { before } : {}) };
      const found = await operator.auditLog(page);
      const actions = found.slice(0, LOG_PAGE);
      const older = found.length > LOG_PAGE ? (actions.at(-1)?.id ?? null) : null;
      await ctx.show(auditLogScreen(ctx.voice, actions, { timeZone: config.timeZone, older }));
    },
  };
  return guarded(taps, services);
}

/** What an operator can be asked for; `admin-ask-<about>` is the question. */
const QUESTIONS = ['person', 'model', 'markup', 'promo', 'broadcast'] as const;

/** The one place that keeps everybody else out of these buttons: they lead where unknown ones lead. */
function guarded(taps: AdminTaps, services: Services): AdminTaps {
  const entries = Object.entries(taps) as [AdminTap, (ctx: BotContext, tap: Tap) => Promise<void>][];
  const closed = entries.map(([name, handle]) => [
    name,
    async (ctx: BotContext, tap: Tap) => {
      if (isAdmin(ctx.person.id, services.config.adminIds)) return handle(ctx, tap);
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await ctx.show(await homeScreen(ctx, services));
    },
  ]);
  return Object.fromEntries(closed) as AdminTaps;
}
