import { effective, type Input, type Medium, type SimModel, strings } from './models.ts';

/** Lengths of media the simulator knows. */
export interface Measures {
  /** Seconds of the clip or sound behind a URL; undefined when it is not one of ours. */
  secondsOf(url: string): number | undefined;
}

const UNKNOWN_SOURCE_SECONDS = 5;
const CHARACTERS_PER_TOKEN = 4;
const CHARACTERS_PER_SPOKEN_SECOND = 15;
const TOKENS_PER_AUDIO_SECOND = 25;

/** How many of a price unit one task uses (facts: prices, "units are real multipliers"). */
export function quantity(unit: string, model: SimModel, input: Input, measures: Measures): number {
  switch (unit) {
    case 'image':
      return pictureCount(model, input);
    case 'megapixel':
      return megapixels(effective(model, input, 'image_size')) * pictureCount(model, input);
    case 'input_image':
      return sources(model, input, 'image').length;
    case 'second':
      return billedSeconds(model, input, measures);
    case 'minute':
      return billedSeconds(model, input, measures) / 60;
    case '1000_chars':
      return characters(input) / 1000;
    case '1m_input_tokens':
      return Math.ceil(characters(input) / CHARACTERS_PER_TOKEN) / 1_000_000;
    case '1m_audio_output_tokens':
      return ((characters(input) / CHARACTERS_PER_SPOKEN_SECOND) * TOKENS_PER_AUDIO_SECOND) / 1_000_000;
    default:
      return 1;
  }
}

/** Pictures one task makes: the field that asks for a number, else what the model always gives. */
export function pictureCount(model: SimModel, input: Input): number {
  for (const name of ['num_images', 'n', 'max_images']) {
    const asked = Number(effective(model, input, name));
    if (asked > 0) return asked;
  }
  if ('n' in model.input) return input.enable_sequential === true ? 12 : 4;
  return model.result.count ?? 1;
}

/** URLs given in fields that take this medium. */
export function sources(model: SimModel, input: Input, medium: Medium): string[] {
  return Object.entries(model.input).flatMap(([name, field]) => {
    const media = field.media ?? field.items?.properties?.url?.media;
    return media === medium ? strings(input[name]).filter((text) => /^[a-z]+:\/\//.test(text)) : [];
  });
}

function billedSeconds(model: SimModel, input: Input, measures: Measures): number {
  const source = sourceSeconds(model, input, measures);
  const asked = askedSeconds(model, input);
  if (asked === undefined) return source || UNKNOWN_SOURCE_SECONDS;
  return asked + (billsInputToo(model) ? sourceSeconds(model, input, measures, ['video']) : 0);
}

function askedSeconds(model: SimModel, input: Input): number | undefined {
  const frames = Number(effective(model, input, 'num_frames'));
  const rate = Number(effective(model, input, 'frames_per_second'));
  if (frames > 0 && rate > 0) return frames / rate;
  for (const name of ['duration', 'duration_seconds']) {
    if (!(name in model.input)) continue;
    const seconds = Number(effective(model, input, name));
    if (seconds > 0) return seconds;
    if (seconds < 0) return Number(model.input[name]?.default) || UNKNOWN_SOURCE_SECONDS;
  }
  return undefined;
}

/** Seedance 2.x bills input and output seconds: it is the one with a price for "has a video input" per second. */
function billsInputToo(model: SimModel): boolean {
  return model.prices.some((rule) => rule.unit === 'second' && rule.when?.$hasVideoInput === false);
}

function sourceSeconds(
  model: SimModel,
  input: Input,
  measures: Measures,
  media: Medium[] = ['audio', 'video'],
): number {
  for (const medium of media) {
    const urls = sources(model, input, medium);
    if (urls.length > 0) {
      return urls.reduce((all, url) => all + (measures.secondsOf(url) ?? UNKNOWN_SOURCE_SECONDS), 0);
    }
  }
  return 0;
}

function characters(input: Input): number {
  const lines = input.dialogue ?? input.dialogue_turns;
  const texts = Array.isArray(lines) ? lines.map((line) => line?.text) : [input.text ?? input.prompt];
  return strings(texts).reduce((all, text) => all + [...text].length, 0);
}

const NAMED_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  square: [512, 512],
  square_hd: [1024, 1024],
  portrait_4_3: [768, 1024],
  portrait_16_9: [576, 1024],
  landscape_4_3: [1024, 768],
  landscape_16_9: [1024, 576],
};

function megapixels(size: unknown): number {
  const [width, height] = NAMED_SIZES[String(size)] ?? [1024, 1024];
  return (width * height) / 1_000_000;
}
