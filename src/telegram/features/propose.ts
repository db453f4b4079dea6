import { randomBytes } from 'node:crypto';
import { changeSettings, type OperatorAct, type PendingAct } from '#people';
import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { actScreen, OWN_REASON, reasonsFor } from '../render/act.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { type ActHandler, operatorActs } from './acts.ts';
import { askFor } from './asked.ts';

/** As long as the desk lets a reason be. */
const LONGEST_REASON = 500;

/**
 * Puts an act before the operator, who says why before anything happens: by a button with a ready reason, or in words.
 * `reason` left out: it is asked for.
 */
export async function propose(
  ctx: BotContext,
  services: Services,
  act: OperatorAct,
  { reason = '' }: { reason?: string } = {},
): Promise<void> {
  const key = randomBytes(9).toString('base64url');
  const words = reason.trim().slice(0, LONGEST_REASON);
  await put(ctx, services, { key, act, ...(words === '' ? {} : { reason: words }) });
}

async function put(ctx: BotContext, services: Services, pendingAct: PendingAct): Promise<void> {
  const question = await handlerOf(services, pendingAct.act).ask(ctx, pendingAct.act);
  ctx.person.settings = await services.database.transaction((trx) =>
    changeSettings(trx, ctx.person.id, (settings) => ({ ...settings, pendingAct })),
  );
  await askFor(ctx, services, { what: 'reason', key: pendingAct.key });
  await ctx.show(actScreen(ctx.voice, pendingAct, question));
}

/** The reason as an answer: shown once more before anything happens. */
export async function reasonAnswer(
  ctx: BotContext,
  services: Services,
  key: string,
  text: string,
): Promise<void> {
  const pending = pendingWith(ctx, key);
  if (pending) await put(ctx, services, { ...pending, reason: text.trim().slice(0, LONGEST_REASON) });
}

export function actTaps(services: Services): Pick<TapHandlers, 'admin-act' | 'admin-act-told'> {
  return {
    async 'admin-act'(ctx, { act: key, reason }) {
      const pending = pendingWith(ctx, key);
      const isReady = pending && reasonsFor(pending.act).some((ready) => ready === reason);
      if (!pending || !(isReady || (reason === OWN_REASON && pending.reason)))
        return ctx.toast(ctx.voice.plain('button-outdated'));
      const outcome = await carryOut(ctx, services, pending, isReady ? reason : null);
      ctx.toast(ctx.voice.plain(outcome === 'done' ? 'admin-done' : 'admin-done-before'));
    },
    async 'admin-act-told'(ctx, { act: key }) {
      const pending = pendingWith(ctx, key);
      if (!pending) return ctx.toast(ctx.voice.plain('button-outdated'));
      await put(ctx, services, { ...pending, isTold: pending.isTold !== true });
    },
  };
}

/** `ready` null: the reason that was written. A ready one is told to people in their own language. */
async function carryOut(
  ctx: BotContext,
  services: Services,
  { key, act, reason: written = '', isTold }: PendingAct,
  ready: string | null,
): Promise<'done' | 'already'> {
  const handler = handlerOf(services, act);
  const owner = isTold ? (await handler.ask(ctx, act)).owner : undefined;
  const reason = ready === null ? written : ctx.voice.plain(`reason-${ready}`);
  const theirs = createVoice(services.translator, owner?.locale ?? ctx.voice.locale);
  const note = ready === null ? written : theirs.plain(`reason-${ready}`);
  const actor = actorOf(ctx);
  const order = { actor, reason, key: `chat:${ctx.person.id}:${key}`, ...(owner ? { note } : {}) };
  return handler.carryOut(ctx, act, order);
}

function handlerOf(services: Services, act: OperatorAct): ActHandler<OperatorAct> {
  return operatorActs(services)[act.what] as ActHandler<OperatorAct>;
}

function pendingWith({ person }: BotContext, key: string): PendingAct | undefined {
  const { pendingAct } = person.settings;
  return pendingAct?.key === key ? pendingAct : undefined;
}
