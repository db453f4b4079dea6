/** Telegram counts code points after its markup is parsed. */
export const MESSAGE_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
/** Answers to a tap. */
export const TOAST_LIMIT = 200;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes any text harmless inside Telegram's HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** At most `limit` code points, the last of them an ellipsis when something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join('')}…`;
}

/** Code points a reader sees of an HTML text: tags away, entities back to one character. */
export function visibleLength(html: string): number {
  return [...html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, '&')].length;
}

/** One line out of any text: line breaks and runs of blanks become one blank. */
export function oneLine(text: string, limit: number): string {
  return clip(
    text
      .slice(0, limit * 8)
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  );
}

/** A quotation of at most `limit` code points that folds when it is long. */
export function quotation(text: string, limit: number): string {
  return `<blockquote expandable>${escapeHtml(clip(text, limit))}</blockquote>`;
}
