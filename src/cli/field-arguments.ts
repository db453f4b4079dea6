import type { Field, Input, Model } from '#registry';
import { UsageError } from './errors.ts';

/** A field's name as it was written, and each text given for it; undefined where the option stood alone. */
type Given = [name: string, texts: (string | undefined)[]];

/**
 * The input that `--field value` arguments say, typed by the registry: `--n 2`, `--sound`, `--no-sound`,
 * `--image_urls A --image_urls B`, `--speakers '[{…}]'`, `--aspect-ratio 16:9`. What does not fit its type stays
 * text, for the validation to complain about. @throws UsageError for arguments that are no options
 */
export function inputOfArguments(model: Model, args: readonly string[]): Input {
  const input: Input = {};
  for (const [written, texts] of collect(args)) {
    const { name, field, off } = findField(model, written);
    input[name] = off ? false : valueOfField(name, field, texts);
  }
  return input;
}

function collect(args: readonly string[]): Given[] {
  const given = new Map<string, (string | undefined)[]>();
  for (let at = 0; at < args.length; at += 1) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(args[at] ?? '');
    if (!option) throw new UsageError(`${args[at]}: fields are given as --field value, after the model.`);
    const [, name = '', attached] = option;
    const next = args[at + 1];
    const follows = attached === undefined && next !== undefined && !next.startsWith('--');
    given.set(name, [...(given.get(name) ?? []), follows ? next : attached]);
    if (follows) at += 1;
  }
  return [...given];
}

/** The field of the name, also with dashes for its low lines, also as `no-…` of a switch. */
function findField(model: Model, written: string): { name: string; field: Field | undefined; off: boolean } {
  const spelled = written.replaceAll('-', '_');
  const name = Object.keys(model.input).find((key) => key === written || key === spelled);
  if (name !== undefined) return { name, field: model.input[name], off: false };
  const positive = spelled.replace(/^no_/, '');
  const off = positive !== spelled && model.input[positive]?.type === 'boolean';
  return off ? { name: positive, field: undefined, off } : { name: written, field: undefined, off };
}

function valueOfField(
  name: string,
  field: Field | undefined,
  texts: readonly (string | undefined)[],
): unknown {
  if (field?.type === 'array') return listOf(name, field, texts);
  if (texts.length > 1) throw new UsageError(`--${name} is given ${texts.length} times; it takes one value.`);
  const [text] = texts;
  if (text !== undefined) return field === undefined ? text : typed(name, field, text);
  if (field?.type === 'boolean') return true;
  throw new UsageError(`--${name} needs a value.`);
}

function listOf(name: string, field: Field, texts: readonly (string | undefined)[]): unknown {
  const [only] = texts;
  if (texts.length === 1 && only?.trimStart().startsWith('[')) return parsed(name, only);
  const item: Field = field.items ?? { type: 'string' };
  return texts.map((text) => {
    if (text === undefined) throw new UsageError(`--${name} needs a value.`);
    return typed(name, item, text);
  });
}

function typed(name: string, field: Field, text: string): unknown {
  switch (field.type) {
    case 'string':
      return text;
    case 'integer':
    case 'number':
      return numberOf(text) ?? text;
    case 'boolean':
      return switchOf(text) ?? text;
    case 'array':
    case 'object':
      return parsed(name, text);
  }
}

function numberOf(text: string): number | undefined {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function switchOf(text: string): boolean | undefined {
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  return /^(false|no|off|0)$/i.test(text) ? false : undefined;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`--${name} takes JSON, and this is none: ${text.slice(0, 60)}`, { cause });
  }
}
