import type { ValidateFunction } from 'ajv';
import { createAjv } from './ajv.ts';
import { type CrossCheck, createCheckCode } from './check-code.ts';
import { withDefaults } from './demands.ts';
import { inputSchema } from './input-schema.ts';
import { problemsOf } from './problems.ts';
import { ruleCode } from './rule-checks.ts';
import type { Input, Model, Problem, Registry, Validation } from './types.ts';
import { closestVariant, variantCode } from './variants.ts';

type Check = (input: unknown) => Validation;

/** The `validate` of a registry: a model is compiled at its first use, once for what is sent and once for what a person is filling in. */
export function createValidator(models: ReadonlyMap<string, Model>): Registry['validate'] {
  const uploaded = new Map<string, Check>();
  const pending = new Map<string, Check>();
  const compileUploaded = compilerFor(models, uploaded, false);
  const compilePending = compilerFor(models, pending, true);
  return (id, input, options) => {
    const check = options?.pendingFiles
      ? (pending.get(id) ?? compilePending(id))
      : (uploaded.get(id) ?? compileUploaded(id));
    return check === undefined ? failed('unknown-model', { model: String(id).slice(0, 100) }) : check(input);
  };
}

function compilerFor(
  models: ReadonlyMap<string, Model>,
  checks: Map<string, Check>,
  pendingFiles: boolean,
): (id: string) => Check | undefined {
  let engine: ReturnType<typeof createAjv> | undefined;
  return (id) => {
    const model = models.get(id);
    if (model === undefined) return undefined;
    engine ??= createAjv(pendingFiles);
    const complete = compile(model, engine.ajv.compile(inputSchema(model, engine.address)));
    const check: Check = pendingFiles
      ? (input) => complete(isPlainObject(input) ? withDefaults(model, input) : input)
      : complete;
    checks.set(id, check);
    return check;
  };
}

function compile(model: Model, shape: ValidateFunction): Check {
  const crossCheck = compileCrossCheck(model);
  return (input) => {
    if (!isPlainObject(input)) return failed('type', { expected: 'object' });
    if (!shape(input)) return { ok: false, problems: problemsOf(model, shape.errors ?? []) };
    if (crossCheck === undefined) return { ok: true, input };
    const found: Problem[] = [];
    crossCheck(input, found);
    return found.length === 0 ? { ok: true, input } : { ok: false, problems: found };
  };
}

function compileCrossCheck(model: Model): CrossCheck | undefined {
  const code = createCheckCode();
  const statements = model.rules.map((rule) => ruleCode(model, rule, code));
  if (model.variants !== undefined) {
    const fits = model.variants.map((variant) => variantCode(model, variant, code));
    const tellMisfit: CrossCheck = (input, found) => {
      found.push(...(closestVariant(model, input)?.problems ?? []));
    };
    statements.push(`if (!(${fits.join(' || ')})) ${code.use(tellMisfit)}(input, found);`);
  }
  return statements.length === 0 ? undefined : code.compile(statements);
}

/** An object as JSON makes it: nothing inherited can stand in for a field. */
function isPlainObject(value: unknown): value is Input {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function failed(code: Problem['code'], values: Problem['values']): Validation {
  return { ok: false, problems: [{ path: '', field: '', code, values }] };
}
