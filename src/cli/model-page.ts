import pc from 'picocolors';
import {
  type Field,
  type Input,
  type Limit,
  type Model,
  type PriceRule,
  type Rule,
  sample,
  type Test,
} from '#registry';
import { dollarsText } from './dollars.ts';
import { plainTable } from './table.ts';

/** Everything about one model for a person at a terminal: fields, rules, prices, an example to copy. */
export function modelPage(model: Model): string {
  const sections = [
    header(model),
    section(
      'Fields',
      plainTable(['field', 'type', 'required', 'default', 'takes'], fieldRows(model.input, '')),
    ),
    section('Rules', [...model.rules.map(ruleText), ...variantTexts(model)].join('\n')),
    section('Price', priceText(model)),
    section('Result', resultText(model)),
    section('Not checked here', model.gaps.join('\n')),
    section('Example', example(model)),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function section(title: string, text: string): string {
  return text === '' ? '' : `${pc.bold(title)}\n${text}`;
}

function header(model: Model): string {
  const types = [model.model_type, ...model.also].join(', ');
  return [
    `${pc.bold(model.title)}  ${model.id}`,
    `${types} · ${model.provider} · ${model.status}`,
    ...(model.status_note === undefined ? [] : [pc.yellow(model.status_note)]),
    ...(model.doc === undefined ? [] : [pc.dim(model.doc)]),
  ].join('\n');
}

function fieldRows(fields: Model['input'], path: string): string[][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const row = [
      `${path}${name}`,
      field.type === 'array' ? `${field.items?.type ?? 'any'}[]` : field.type,
      field.required ? 'yes' : '',
      field.default === undefined ? '' : JSON.stringify(field.default),
      takes(field),
    ];
    const inner = field.properties ?? field.items?.properties ?? {};
    return [row, ...fieldRows(inner, `${path}${name}${field.type === 'array' ? '[].' : '.'}`)];
  });
}

function takes(field: Field): string {
  const parts = [
    listed([...(field.values ?? []), ...(field.also ?? [])]),
    ...bounds(field),
    field.step === undefined ? '' : `steps of ${field.step}`,
    mediaText(field),
    field.refers_to === undefined ? '' : `id of an earlier ${field.refers_to}`,
    field.deprecated ? 'deprecated' : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function bounds(limit: Limit): string[] {
  return [
    range(limit.min, limit.max, ''),
    range(limit.min_length, limit.max_length, ' characters'),
    range(limit.min_items, limit.max_items, ' items'),
  ];
}

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  return `${min ?? ''}…${max ?? ''}${unit}`;
}

const SHOWN_VALUES = 16;

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, SHOWN_VALUES).join(', ');
  return values.length > SHOWN_VALUES ? `${shown}, … (${values.length}; --json shows all)` : shown;
}

function mediaText({ media }: Field): string {
  if (media === undefined) return '';
  const size = media.max_mb === undefined ? '' : ` up to ${media.max_mb} MB`;
  const seconds = range(media.min_seconds, media.max_seconds, ' s');
  return `${media.kind} file or URL${size}${seconds === '' ? '' : `, ${seconds}`}`;
}

function ruleText(rule: Rule): string {
  const when = rule.when === undefined ? '' : `when ${conditionText(rule.when)}: `;
  const because = rule.because === undefined ? '' : pc.dim(`  ${rule.because}`);
  return `${when}${demand(rule)}${because}`;
}

function demand(rule: Rule): string {
  const {
    require,
    forbid,
    any_of: any,
    one_of: one,
    apart,
    limit,
    total_length: length,
    total_items: items,
    span,
  } = rule;
  if (require) return `${require.join(', ')} needed`;
  if (forbid) return `no ${forbid.join(', ')}`;
  if (any) return `at least one of ${any.join(', ')}`;
  if (one) return `exactly one of ${one.join(', ')}`;
  if (apart) return `only one of: ${apart.map((group) => group.join(' + ')).join(' | ')}`;
  if (limit)
    return Object.entries(limit)
      .map(([name, own]) => `${name} ${limitText(own)}`)
      .join(', ');
  if (length) return `${length.of.join(' + ')} ${range(undefined, length.max, ' characters')} together`;
  if (items) return `${weights(items.of)} ${range(items.min, items.max, ' items')} together`;
  return `${span?.to} − ${span?.from} ${range(span?.min, span?.max, '')}`;
}

function weights(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([name, weight]) => (weight === 1 ? name : `${weight}×${name}`))
    .join(' + ');
}

function limitText(limit: Limit): string {
  const parts = [
    limit.values === undefined ? '' : listed(limit.values),
    limit.not === undefined ? '' : `not ${listed(limit.not)}`,
    ...bounds(limit),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function conditionText(condition: Readonly<Record<string, Test>>): string {
  return Object.entries(condition)
    .map(([name, test]) => `${name} ${testText(test)}`)
    .join(' and ');
}

function testText(test: Test): string {
  if (typeof test !== 'object') return `= ${test}`;
  if (Array.isArray(test)) return `= ${test.map((value) => value ?? 'nothing').join(' | ')}`;
  if ('present' in test) return test.present ? 'given' : 'not given';
  if ('not' in test) return `≠ ${test.not.join(', ')}`;
  const { items } = test as { items: { min?: number; max?: number } };
  return range(items.min, items.max, ' items');
}

function variantTexts({ variants = [] }: Model): string[] {
  return variants.map(({ title, required, fields }) => {
    const optional = fields.filter((name) => !required.includes(name));
    const more = optional.length === 0 ? '' : `; also ${optional.join(', ')}`;
    return `either ${title}: ${required.join(', ') || 'nothing'} needed${more}`;
  });
}

function priceText({ pricing }: Model): string {
  if (pricing.not_for_sale !== undefined) return `Not for sale: ${pricing.not_for_sale}`;
  const rows = pricing.rules.map((rule) => [
    rule.when === undefined ? 'always' : conditionText(rule.when),
    `${rule.adds ? '+ ' : ''}${rule.credits}`,
    dollarsText(rule.credits),
    perText(rule),
    rule.upper_bound === undefined ? '' : `at most: ${rule.upper_bound}`,
  ]);
  const notes = pricing.note === undefined ? [] : [pc.dim(pricing.note)];
  const unpriced = (pricing.unpriced ?? []).map(
    ({ when, because }) => `no price when ${conditionText(when)}: ${because}`,
  );
  return [plainTable(['when', 'kie credits', 'dollars', 'per', ''], rows), ...unpriced, ...notes].join('\n');
}

function perText({ unit, of, longest_of: longest, times, free_first: free }: PriceRule): string {
  const names = of ?? longest;
  const measured = names === undefined ? '' : ` of ${names.join(longest ? ' or ' : ' + ')}`;
  const beyond = free === undefined ? '' : ` beyond ${free}`;
  return `${unit.replaceAll('_', ' ')}${measured}${beyond}${times === undefined ? '' : ` × ${times}`}`;
}

function resultText({ delivers, result }: Model): string {
  const { count } = result;
  const many =
    count === undefined ? '' : `, ${count.min === count.max ? count.min : `${count.min}–${count.max}`}`;
  return `${delivers}${many} (${result.shape})`;
}

function example(model: Model): string {
  const input = sample(model);
  return `kiegram run ${model.id} ${argumentsOf(model, input)}\n${JSON.stringify(input)}`;
}

/** An input as arguments of `run`, for a shell. */
function argumentsOf(model: Model, input: Input): string {
  return Object.entries(input)
    .flatMap(([name, value]) => {
      const plain = Array.isArray(value) && value.every((item) => typeof item !== 'object');
      const file = model.input[name]?.media !== undefined;
      return (plain ? value : [value]).map((item) =>
        file
          ? `--file ${name}=PATH`
          : `--${name} ${quoted(typeof item === 'object' ? JSON.stringify(item) : String(item))}`,
      );
    })
    .join(' ');
}

function quoted(text: string): string {
  return /^[\w:./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
