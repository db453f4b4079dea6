const MARK = '[secret]';

/** A bot token wherever it stands, also inside a URL where the colon may be escaped. */
const BOT_TOKEN = /\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}/gi;
const BEARER = /\b(Bearer)\s+[A-Za-z0-9._~+/=-]+/gi;

/**
 * Builds a function that blanks secrets in a text.
 *
 * Each of `secrets` is found as it is, as JSON writes it and as a URL writes it; bot tokens and
 * `Bearer …` are found by their look, known or not. Empty strings are ignored.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets.filter((secret) => secret !== '').flatMap(spellingsOf);
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length);

  return (text) => {
    let clean = text;
    for (const spelling of longestFirst) clean = clean.replaceAll(spelling, MARK);
    return clean.replace(BOT_TOKEN, MARK).replace(BEARER, `$1 ${MARK}`);
  };
}

function spellingsOf(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
