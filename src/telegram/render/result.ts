import { promptOf } from '#forms';
import type { Generation, LinkedMedia } from '#generation';
import type { Model } from '#registry';
import { CAPTION_LIMIT, oneLine, quotation, visibleLength } from './html.ts';
import type { Voice } from './voice.ts';
import { durationText, priceText } from './words.ts';

/** The caption of a result: model, time, price, and the prompt folded away. Fits Telegram's limit. */
export function resultCaption(
  voice: Voice,
  generation: Generation,
  model: Model | undefined,
  now: Date,
): string {
  const facts = voice.html('caption-facts', {
    model: oneLine(model?.title ?? generation.modelId, 100),
    time: durationText(voice, secondsOf(generation, now)),
    price: priceText(voice, generation),
  });
  const prompt = promptOf(generation, model);
  if (prompt === undefined) return facts;
  return `${facts}\n${quotation(prompt, CAPTION_LIMIT - visibleLength(facts) - 8)}`;
}

function secondsOf({ createdAt, startedAt, finishedAt }: Generation, now: Date): number {
  const end = finishedAt ?? now;
  return (end.getTime() - (startedAt ?? createdAt).getTime()) / 1000;
}

/** A result that is too large for the chat, as a link. */
export function linkText(voice: Voice, media: LinkedMedia): string {
  const name = oneLine(media.title ?? voice.plain(`wanted-${media.kind}`), 80);
  return voice.html('caption-link', { name, url: media.url });
}

/** Splits a long text at line breaks, or anywhere when a line is longer than a message. Plain text in and out. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = [...text];
  while (rest.length > limit) {
    const lineEnd = rest.lastIndexOf('\n', limit);
    const cut = lineEnd > limit / 2 ? lineEnd : limit;
    pieces.push(rest.slice(0, cut).join(''));
    rest = rest.slice(cut);
    if (rest[0] === '\n') rest = rest.slice(1);
  }
  return [...pieces, rest.join('')].filter((piece) => piece.trim() !== '');
}
