import type { ErrorObject } from 'ajv';
import type { Field, Model, Problem, ProblemCode } from './types.ts';

type Values = Problem['values'];

/** As many mistakes as a person can take in, and as are worth the time in a huge input. */
const MOST_PROBLEMS = 50;

/** What Ajv found, as problems a person can be told, each once, 50 at most. `path` points into the input: `/dialogue/1/voice`. */
export function problemsOf(model: Model, errors: readonly ErrorObject[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const error of errors) {
    if (found.size === MOST_PROBLEMS) break;
    if (!isOurs(error)) continue;
    const problem = problemOf(model, error);
    const key = `${problem.code} ${problem.path}`;
    if (!found.has(key)) found.set(key, problem);
  }
  return [...found.values()];
}

/** Of a number with extra literals (`anyOf`) only the range's complaints count. */
function isOurs(error: ErrorObject): boolean {
  return (
    error.keyword !== 'anyOf' && error.keyword !== 'numberOrText' && !error.schemaPath.includes('/anyOf/0/')
  );
}

function problemOf(model: Model, error: ErrorObject): Problem {
  const own = ['required', 'additionalProperties'].includes(error.keyword);
  const child = own ? String(error.params.missingProperty ?? error.params.additionalProperty) : undefined;
  const steps = error.instancePath.split('/').slice(1).map(unescapeStep);
  if (child !== undefined) steps.push(child);
  const [code, values] = explain(error, fieldAt(model, steps));
  return { path: pathOf(steps), field: steps[0] ?? '', code, values };
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `dialogue[1].voice` of ['dialogue', '1', 'voice']. */
export function pathOf(steps: readonly string[]): string {
  return steps.reduce((path, step) => {
    if (/^\d+$/.test(step) && path !== '') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

/** `dialogue` of `dialogue[].text`. */
export function topName(path: string): string {
  return path.split(/[[.]/, 1)[0] ?? path;
}

function fieldAt(model: Model, steps: readonly string[]): Field | undefined {
  let fields: Readonly<Record<string, Field>> | undefined = model.input;
  let field: Field | undefined;
  for (const step of steps) {
    if (field?.type === 'array') field = field.items;
    else field = fields !== undefined && Object.hasOwn(fields, step) ? fields[step] : undefined;
    fields = field?.properties;
  }
  return field;
}

function explain(error: ErrorObject, field: Field | undefined): readonly [ProblemCode, Values] {
  const { keyword, params } = error;
  const limit = Number(params.limit);
  switch (keyword) {
    case 'required':
      return ['required', {}];
    case 'additionalProperties':
      return ['unknown-field', {}];
    case 'type':
      return params.type === 'integer' && Number.isFinite(error.data)
        ? ['integer', {}]
        : ['type', { expected: String(params.type) }];
    case 'enum':
      return ['enum', { allowed: listed(params.allowedValues) }];
    case 'minimum':
      return ['min', { limit, ...bounds(field) }];
    case 'maximum':
      return ['max', { limit, ...bounds(field) }];
    case 'multipleOf':
      return ['step', { step: Number(params.multipleOf) }];
    case 'minLength':
      return limit === 1 ? ['required', {}] : ['too-short', { limit }];
    case 'maxLength':
      return ['too-long', { limit }];
    case 'minItems':
      return limit === 1 ? ['required', {}] : ['too-few', { limit }];
    case 'maxItems':
      return ['too-many', { limit }];
    case 'pattern':
      return ['pattern', { pattern: String(params.pattern) }];
    case 'format':
      return ['url', {}];
    default:
      throw new Error(`No problem code for the keyword ${keyword}`);
  }
}

function bounds(field: Field | undefined): Values {
  const range: Record<string, number> = {};
  if (field?.min !== undefined) range.min = field.min;
  if (field?.max !== undefined) range.max = field.max;
  return range;
}

/** Literals for a sentence, the first forty of them. */
export function listed(literals: readonly unknown[]): string {
  const shown = literals.slice(0, 40).map(String).join(', ');
  return literals.length > 40 ? `${shown}, …` : shown;
}
