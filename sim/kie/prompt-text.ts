import { type Input, strings } from './models.ts';

/** The text a person wrote: the prompt, or whatever text field stands for it, or the lines of a dialogue. */
export function promptText(input: Input): string {
  for (const name of ['prompt', 'text', 'content', 'lyrics', 'full_lyrics', 'title', 'name']) {
    if (typeof input[name] === 'string' && input[name] !== '') return input[name];
  }
  const lines = input.dialogue ?? input.dialogue_turns ?? input.multi_prompt;
  if (!Array.isArray(lines)) return '';
  return strings(lines.map((line) => line?.text ?? line?.prompt)).join(' ');
}
