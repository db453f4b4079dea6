import { defaultNow, limitsNow, requiredNow, valuesNow } from './demands.ts';
import type { Field, Input, Json, Media, Model, Rule } from './types.ts';

/** Addresses of files to use, by kind. */
export type SampleFiles = Readonly<Record<Media['kind'], string>>;

/** Addresses of nothing, of the right form. */
export const EXAMPLE_FILES: SampleFiles = {
  image: 'https://example.com/picture.png',
  video: 'https://example.com/clip.mp4',
  audio: 'https://example.com/sound.mp3',
  file: 'https://example.com/picture.png',
};

/** An id as kie.ai makes them: 32 hex digits (facts: createTask answers). */
const EARLIER_ID = '4b1d9f06c2e84a7f93d5a0b86e17c35d';

const TEXT = 'A lighthouse at dawn';

/**
 * The smallest valid input of a model: what has to be given, with its default or the least value.
 * `given` is part of it, and decides what has to be given beside it.
 */
export function sample(model: Model, files: SampleFiles = EXAMPLE_FILES, given: Input = {}): Input {
  const input: Input = { ...given };
  for (let before = -1; before !== Object.keys(input).length; ) {
    before = Object.keys(input).length;
    const name = requiredNow(model, input).find((candidate) => input[candidate] === undefined);
    if (name !== undefined) input[name] = valueFor(model, input, name, files);
  }
  for (const rule of model.rules) widenSpan(rule, input, given);
  return input;
}

function valueFor(model: Model, input: Input, name: string, files: SampleFiles): Json {
  const preset = defaultNow(model, input, name);
  if (preset !== undefined) return preset;
  const allowed = valuesNow(model, input, name);
  const field = model.input[name] ?? { type: 'string' };
  if (field.type === 'boolean') return false;
  const least = Math.max(
    1,
    field.min_items ?? 0,
    ...limitsNow(model, input, name).map(({ min_items: items }) => items ?? 0),
  );
  return allowed?.[0] ?? leastValue({ ...field, min_items: least }, files);
}

/** The least value that keeps to the description of a field. */
export function leastValue(field: Field, files: SampleFiles): Json {
  switch (field.type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Number(field.default ?? field.values?.[0] ?? field.min ?? 0);
    case 'string':
      return leastText(field, files);
    case 'array':
      return Array.from({ length: Math.max(1, field.min_items ?? 0) }, () =>
        leastValue(
          {
            type: 'string',
            ...field.items,
            ...(field.media && { media: field.media }),
            ...(field.refers_to && { refers_to: field.refers_to }),
          },
          files,
        ),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(field.properties ?? {})
          .filter(([, inner]) => inner.required)
          .map(([name, inner]) => [name, leastValue(inner, files)]),
      );
  }
}

function leastText(field: Field, files: SampleFiles): string {
  if (field.media !== undefined) return files[field.media.kind];
  if (field.refers_to !== undefined) return EARLIER_ID;
  const preset = field.default ?? field.values?.[0];
  if (typeof preset === 'string') return preset;
  return TEXT.padEnd(field.min_length ?? 0, '.').slice(0, field.max_length ?? TEXT.length);
}

/** Moves the end of a span so that it is as long as it has to be. */
function widenSpan({ span }: Rule, input: Input, given: Input): void {
  if (span === undefined || typeof input[span.from] !== 'number' || given[span.to] !== undefined) return;
  input[span.to] = Math.max(Number(input[span.to] ?? 0), Number(input[span.from]) + (span.min ?? 0));
}
