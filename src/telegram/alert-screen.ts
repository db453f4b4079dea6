import { findUncertain } from '#generation';
import type { Database } from '#platform';
import { tapOn } from './render/admin-payments.ts';
import { button, type Screen } from './render/screen.ts';
import { purchaseScreen } from './render/uncertain.ts';
import type { Voice } from './render/voice.ts';

/** What the operators are shown: a sentence, or what asks for a decision, with all that is known and its buttons. */
export async function alertScreen(
  { database, timeZone }: { database: Database; timeZone: string },
  voice: Voice,
  code: string,
  values: Record<string, string | number>,
): Promise<Screen> {
  const purchase =
    code === 'uncertain-purchase'
      ? await findUncertain(database.db, String(values.generation ?? ''))
      : undefined;
  if (purchase) return purchaseScreen(voice, purchase, timeZone);
  return {
    text: voice.html(`alert-${code}`, withoutGrouping(values)),
    keyboard: waysOn(voice, code, values),
  };
}

/** An id is no amount: its digits stay together. */
function withoutGrouping(values: Record<string, string | number>): Record<string, string | number> {
  return 'personId' in values ? { ...values, personId: String(values.personId) } : values;
}

function waysOn(
  voice: Voice,
  code: string,
  { chargeId, personId }: Record<string, string | number>,
): Screen['keyboard'] {
  if (code !== 'payment-unmatched') return [];
  const payment = { chargeId: String(chargeId), payerId: Number(personId) };
  return [[button(voice.plain('button-admin-decide'), tapOn(payment))]];
}
