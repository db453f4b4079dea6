import { isAttachmentRef } from '#generation';
import type { Input, Model } from '#registry';
import { mediaOf } from './model-fields.ts';

const NAME_LIMIT = 40;

/** The name of a preset as it is kept: one line of 40 characters at most. */
export function presetName(text: string): string {
  return [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, NAME_LIMIT).join('').trim();
}

/** What of an input may be shown to others: everything but files. */
export function withoutFiles(model: Model, input: Input): Input {
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => {
      const field = model.input[name];
      return field !== undefined && mediaOf(field) === undefined && !holdsFile(value);
    }),
  );
}

function holdsFile(value: unknown): boolean {
  if (typeof value === 'string') return isAttachmentRef(value) || /^https?:/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFile);
}
