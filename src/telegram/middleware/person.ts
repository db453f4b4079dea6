import type { NextFunction } from 'grammy';
import { pickLocale } from '#i18n';
import { welcome } from '#payments';
import { getPerson, type Person, type Profile } from '#people';
import { checkpoint } from '#platform';
import type { BotContext } from '../context.ts';
import { writePromptLink } from '../deep-link.ts';
import { readGroupWish } from '../group-words.ts';
import { isGroup } from '../place.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';

/** A known person is written down anew no more often than this. */
const REFRESH_MS = 3_600_000;

type Slice = Pick<Services, 'database' | 'translator' | 'config' | 'clock' | 'log'>;

/** Finds out who writes, meets and welcomes somebody new, and speaks their language from here on. */
export function person({ database, translator, config, clock, log }: Slice) {
  async function whoIs(profile: Profile, referredBy: string | undefined): Promise<[Person, number]> {
    const known = await getPerson(database.db, profile.id);
    if (known && isFresh(known, profile, clock.now())) return [known, 0];
    const invitation = referredBy === undefined ? {} : { referredBy };
    const options = { startCredits: config.startCredits, at: clock.now(), ...invitation };
    const met = await database.transaction((trx) => welcome(trx, profile, options));
    if (met.isNew) checkpoint('person:met');
    return [met.person, met.isNew ? config.startCredits : 0];
  }

  /** Whoever orders in a group has met the bot in private, where credits, rules and the history are. */
  async function canPay(personId: number): Promise<boolean> {
    const known = await getPerson(database.db, personId);
    return known !== null && known.botBlockedAt === null;
  }

  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const { from } = ctx;
    if (!from) return next();
    if (isGroup(ctx.place) && !(await canPay(from.id))) return invite(ctx);
    const profile: Profile = {
      id: from.id,
      firstName: from.first_name,
      ...(from.username === undefined ? {} : { username: from.username }),
      locale: pickLocale(translator.locales, from.language_code, config.defaultLocale),
    };
    const [who, credits] = await whoIs(profile, referralCodeIn(ctx.message?.text));
    if (who.bannedAt) {
      log.debug({ update: ctx.update.update_id, person: who.id }, 'update dropped: the person is banned');
      return;
    }
    ctx.person = who;
    ctx.welcomeCredits = credits;
    ctx.voice = createVoice(translator, who.locale);
    await next();
  };
}

async function invite(ctx: BotContext): Promise<void> {
  if (ctx.callbackQuery) return ctx.toast(ctx.voice.plain('group-not-yours'));
  const wish = ctx.message && readGroupWish(ctx.message, ctx.me.username);
  const payload = writePromptLink(wish?.what === 'order' ? wish.words : '');
  const url = `https://t.me/${ctx.me.username}?start=${payload}`;
  await ctx.send({
    text: ctx.voice.html('group-start-first'),
    keyboard: [[{ text: ctx.voice.plain('button-in-private'), url }]],
  });
}

function isFresh(known: Person, profile: Profile, now: Date): boolean {
  return (
    known.botBlockedAt === null &&
    known.firstName === profile.firstName &&
    known.username === (profile.username ?? null) &&
    (known.localeChosen || known.locale === profile.locale) &&
    now.getTime() - known.lastSeenAt.getTime() < REFRESH_MS
  );
}

/** `/start r_<code>` comes from a person's invitation link. */
function referralCodeIn(text: string | undefined): string | undefined {
  return text?.match(/^\/start r_([A-Za-z0-9_-]{1,62})$/)?.[1];
}
