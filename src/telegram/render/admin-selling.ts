import type { FailingModel } from '#operator';
import type { PromoCode } from '#payments';
import type { Terms } from '#pricing';
import { shortCode } from '../short-codes.ts';
import { adminRow, CODE_LENGTH } from './admin.ts';
import { oneLine } from './html.ts';
import { button, rowText, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

export interface ModelLine {
  code: string;
  title: string;
  isOff: boolean;
  failing: FailingModel | undefined;
}

/** What is switched off and what fails. */
export function failingModelsScreen(voice: Voice, models: readonly ModelLine[]): Screen {
  const rows = models.map(({ code, title, isOff, failing }) => {
    const label = rowText(title, (name) => {
      if (isOff) return voice.plain('button-admin-model-off', { name });
      if (!failing) return name;
      const { failed, delivered } = failing;
      return voice.plain('button-admin-model', { name, failed, delivered });
    });
    return [button(label, { to: 'admin-model', model: code })];
  });
  const search = button(voice.plain('button-search'), { to: 'admin-ask', about: 'model' });
  const key = models.length > 0 ? 'admin-models' : 'admin-models-none';
  return { text: voice.html(key), keyboard: [...rows, [search], adminRow(voice)] };
}

/** One model: how it fares, and its switch. */
export function modelSwitchScreen(
  voice: Voice,
  { code, title, isOff, failing }: ModelLine,
  id: string,
): Screen {
  const lines = [voice.html('admin-model', { name: title, id })];
  if (failing) {
    const { failed, delivered, lastCode, lastWords } = failing;
    const words = oneLine([lastCode, lastWords].filter(Boolean).join(': '), 300);
    lines.push(voice.html('admin-model-failing', { failed, delivered, words }));
  }
  lines.push(voice.html(isOff ? 'admin-model-off' : 'admin-model-on'));
  const how = isOff ? 'on' : 'off';
  const label = voice.plain(`button-admin-switch-${how}`);
  return {
    text: lines.join('\n\n'),
    keyboard: [
      [button(label, { to: 'admin-switch', model: code, how }, isOff ? 'success' : 'danger')],
      adminRow(voice, { to: 'admin-models' }),
    ],
  };
}

export function markupScreen(voice: Voice, { markup }: Terms, lead?: string): Screen {
  return {
    text: [lead, voice.html('admin-markup', { markup })].filter(Boolean).join('\n\n'),
    keyboard: [
      [button(voice.plain('button-admin-markup-set'), { to: 'admin-ask', about: 'markup' })],
      [button(voice.plain('button-admin-markup-reset'), { to: 'admin-markup-reset' })],
      adminRow(voice),
    ],
  };
}

const CODES_SHOWN = 12;

export function promoScreen(
  voice: Voice,
  codes: readonly PromoCode[],
  { timeZone, at, lead }: { timeZone: string; at: Date; lead?: string },
): Screen {
  const shown = codes.slice(0, CODES_SHOWN);
  const open = shown.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  const lines = shown.map((promo) => promoLine(voice, promo, timeZone));
  const list = lines.length > 0 ? lines.join('\n') : voice.html('admin-promo-none');
  return {
    text: [lead, voice.html('admin-promo'), list].filter(Boolean).join('\n\n'),
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

export function promoLine(
  voice: Voice,
  { code, credits, uses, maxUses, expiresAt }: PromoCode,
  timeZone: string,
): string {
  return voice.html('promo-line', {
    code,
    credits,
    uses,
    most: maxUses ?? '∞',
    end: expiresAt === null ? '∞' : dateText(voice, expiresAt, timeZone),
  });
}
