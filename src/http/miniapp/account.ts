import { Hono } from 'hono';
import { z } from 'zod';
import { entryText } from '#forms';
import { balance, type StatementEntry, statement } from '#ledger';
import { createInvoice, type Pack, type Subscription } from '#payments';
import { changeSettings, type Settings, setLocale } from '#people';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import type { MiniAppContext, MiniAppEnv } from './context.ts';
import type { Account, EntryView, PackView, SubscriptionView } from './contract.ts';
import type { MiniAppParts } from './parts.ts';
import { personView } from './session.ts';

const pageSize = 30;
const invoice = z.object({ packId: z.string().max(60) });
const change = z.object({ id: z.string().max(60), runs: z.boolean() });
const settings = z.object({
  locale: z.string().max(20).optional(),
  isQuiet: z.boolean().optional(),
});

/** What a person owns, buys and has set up. */
export function accountRoutes(parts: MiniAppParts): Hono<MiniAppEnv> {
  const { database, config, telegram, translator, clock } = parts;
  const app = new Hono<MiniAppEnv>();

  app.get('/account', async (context) => context.json(await accountOf(context)));

  async function accountOf(context: MiniAppContext): Promise<Account> {
    const { id } = context.get('person');
    const before = Number(context.req.query('before'));
    const page = { limit: pageSize + 1, ...(before > 0 ? { before } : {}) };
    const { offer, running } = await telegram.subscription(id);
    const entries = await statement(database.db, id, page);
    return {
      balance: await balance(database.db, id),
      entries: entries.slice(0, pageSize).map((entry) => entryView(context, entry)),
      more: entries.length > pageSize,
      packs: config.packs.filter((pack) => !pack.subscription).map(packView),
      subscriptions: running.map(subscriptionView),
      ...(offer ? { monthly: packView(offer) } : {}),
      support: config.supportContact,
      ...(await invitation(context)),
    };
  }

  async function invitation(context: MiniAppContext): Promise<Pick<Account, 'invitation'>> {
    const { referralCredits: credits } = config;
    if (credits === 0) return {};
    const name = await telegram.username();
    return {
      invitation: { credits, link: `https://t.me/${name}?start=r_${context.get('person').referralCode}` },
    };
  }

  app.post('/invoices', async (context) => {
    const { packId } = await readBody(context, invoice);
    const { id: personId, locale } = context.get('person');
    const { offer } = await telegram.subscription(personId);
    const pack = [...config.packs, ...(offer ? [offer] : [])].find(({ id }) => id === packId);
    if (!pack) throw new AppError('invoice-unknown', 'No such pack');
    const made = await database.transaction((trx) => createInvoice(trx, { personId, pack, at: clock.now() }));
    return context.json({ link: await telegram.invoiceLink(made, locale) });
  });

  app.put('/subscription', async (context) => {
    const { id, runs } = await readBody(context, change);
    const { running } = await telegram.subscription(context.get('person').id);
    const found = running.find(({ invoiceId }) => invoiceId === id);
    if (!found) throw new AppError('invoice-unknown', 'No such subscription');
    await telegram.changeSubscription(found, runs ? 'active' : 'canceled');
    return context.json(await accountOf(context));
  });

  app.put('/settings', async (context) => {
    const { locale, isQuiet } = await readBody(context, settings);
    const person = context.get('person');
    const changed = await database.transaction(async (trx) => {
      const now =
        locale !== undefined && translator.locales.includes(locale)
          ? await setLocale(trx, person.id, locale)
          : person;
      if (isQuiet === undefined) return now;
      const change = (old: Settings) => ({ ...old, quietApp: isQuiet });
      return { ...now, settings: await changeSettings(trx, person.id, change) };
    });
    return context.json(personView(changed));
  });
  return app;
}

function packView({ id, stars, credits }: Pack): PackView {
  return { id, stars, credits };
}

function subscriptionView({
  invoiceId: id,
  stars,
  credits,
  state,
  paidUntil,
}: Subscription): SubscriptionView {
  return { id, stars, credits, state, paidUntil: paidUntil.toISOString() };
}

function entryView(
  context: MiniAppContext,
  { id, kind, memo, amount, state, at }: StatementEntry,
): EntryView {
  const speech = context.get('speech');
  const what = entryText(speech, { kind, memo });
  return { id, what, amount, state, at: at.toISOString() };
}
