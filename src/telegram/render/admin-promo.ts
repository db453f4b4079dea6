import type { PromoCode } from '#payments';
import { shortCode } from '../short-codes.ts';
import { adminRow, CODE_LENGTH } from './admin.ts';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText, dayText } from './words.ts';

const CODES_SHOWN = 12;

/** `timeZone`: where the last day of a code ends. */
interface Look {
  timeZone: string;
  at: Date;
}

/** The newest promo codes, and a button that closes each that is open. */
export function promoScreen(voice: Voice, codes: readonly PromoCode[], look: Look): Screen {
  const shown = codes.slice(0, CODES_SHOWN);
  const open = shown.filter((promo) => !isOver(promo, look));
  const lines = shown.map((promo) => promoLine(voice, promo, look));
  const list = lines.length > 0 ? lines.join('\n') : voice.html('admin-promo-none');
  return {
    text: `${voice.html('admin-promo')}\n\n${list}`,
    keyboard: [
      [button(voice.plain('button-admin-promo-new'), { to: 'admin-ask', about: 'promo' })],
      ...open.map(({ code }) => [
        button(voice.plain('button-admin-promo-close', { code }), {
          to: 'admin-promo-close',
          promo: shortCode(code, CODE_LENGTH),
        }),
      ]),
      adminRow(voice),
    ],
  };
}

function promoLine(voice: Voice, promo: PromoCode, look: Look): string {
  const { code, credits, uses, maxUses } = promo;
  const line = voice.html('promo-line', { code, credits, uses, most: maxUses ?? '∞' });
  const end = endText(voice, promo, look);
  return end === '' ? line : `${line} · ${end}`;
}

/** One that goes on ends with a day; what was closed ended at a moment. */
function endText(voice: Voice, promo: PromoCode, look: Look): string {
  const { expiresAt } = promo;
  if (expiresAt === null) return '';
  if (isOver(promo, look))
    return voice.html('promo-over', { date: dateText(voice, expiresAt, look.timeZone) });
  const lastMoment = new Date(expiresAt.getTime() - 1);
  return voice.html('promo-until', { day: dayText(voice, lastMoment, look.timeZone) });
}

function isOver({ expiresAt }: PromoCode, { at }: Look): boolean {
  return expiresAt !== null && expiresAt <= at;
}
