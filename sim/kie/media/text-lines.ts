/** A text broken into lines that fit a box, and the size of its letters in pixels. */
export interface Block {
  readonly lines: readonly string[];
  readonly fontSize: number;
}

/** Average advance of a bold letter, in font sizes. */
const LETTER = 0.64;
const LINE = 1.25;

/** Breaks `text` so that it fills the box with letters as large as possible; too long a text ends in "…". */
export function fitText(text: string, width: number, height: number): Block {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 600).split(' ');
  for (
    let fontSize = Math.round(Math.min(width, height) / 8);
    fontSize > 12;
    fontSize = Math.floor(fontSize * 0.88)
  ) {
    const lines = breakWords(words, Math.max(4, Math.floor(width / (fontSize * LETTER))));
    if (lines.length * fontSize * LINE <= height) return { lines, fontSize };
  }
  const lines = breakWords(words, Math.max(4, Math.floor(width / (12 * LETTER))));
  const room = Math.max(1, Math.floor(height / (12 * LINE)));
  return { lines: lines.length > room ? [...lines.slice(0, room - 1), '…'] : lines, fontSize: 12 };
}

function breakWords(words: readonly string[], letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((each) => chop(each, letters))) {
    const longer = line ? `${line} ${word}` : word;
    if ([...longer].length <= letters) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line ? [...lines, line] : lines;
}

function chop(word: string, letters: number): string[] {
  const all = [...word];
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += letters) parts.push(all.slice(at, at + letters).join(''));
  return parts;
}

/** Text that is safe inside SVG: escaped, whole characters only, no control characters. */
export function svgText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
