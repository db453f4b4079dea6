import { findUncertain } from '#generation';
import type { Database } from '#platform';
import type { Screen } from './render/screen.ts';
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
  return { text: voice.html(`alert-${code}`, values), keyboard: [] };
}
