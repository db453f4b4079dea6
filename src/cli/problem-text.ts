import { createTranslator } from '#i18n';
import type { Problem } from '#registry';
import { localesFolder } from '#settings';

const LOCALE = 'en';

/** What is wrong with an input, one sentence each, with the fields under their API names. */
export function problemTexts(problems: readonly Problem[]): string[] {
  const { t } = createTranslator(localesFolder);
  return problems.map(({ path, code, values }) => {
    const sentence = t(LOCALE, `problem-${code}`, { ...values, field: path });
    const allowed = values.allowed === undefined ? '' : ` It takes ${values.allowed}.`;
    const when = values.when === undefined ? '' : ` (${values.when})`;
    return `${sentence}${allowed}${when}${values.because === undefined ? '' : ` ${values.because}`}`;
  });
}
