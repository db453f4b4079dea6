import type { ValidateFunction } from 'ajv';
import { createAjv } from './ajv.ts';
import { inputSchema } from './input-schema.ts';
import { problemsOf } from './problems.ts';
import { compileRule, type RuleCheck } from './rule-checks.ts';
import type { Input, Model, Problem, Registry, Validation } from './types.ts';
import { closestVariant, misfits } from './variants.ts';

type Check = (input: unknown) => Validation;

/** The `validate` of a registry: a model is compiled at its first use, once for uploaded and once for pending files. */
export function createValidator(models: ReadonlyMap<string, Model>): Registry['validate'] {
  const uploaded = compilerFor(models, false);
  const pending = compilerFor(models, true);
  return (id, input, options) => {
    const check = (options?.pendingFiles ? pending : uploaded)(id);
    return check === undefined ? failed('', 'unknown-model', { model: id.slice(0, 100) }) : check(input);
  };
}

function compilerFor(
  models: ReadonlyMap<string, Model>,
  pendingFiles: boolean,
): (id: string) => Check | undefined {
  const checks = new Map<string, Check>();
  let engine: ReturnType<typeof createAjv> | undefined;
  return (id) => {
    const known = checks.get(id);
    const model = known === undefined ? models.get(id) : undefined;
    if (model === undefined) return known;
    engine ??= createAjv(pendingFiles);
    const check = compile(model, engine.ajv.compile(inputSchema(model, engine.address)));
    checks.set(id, check);
    return check;
  };
}

function compile(model: Model, shape: ValidateFunction): Check {
  const checks = [...model.rules.map((rule) => compileRule(model, rule)), ...variantCheck(model)];
  return (input) => {
    if (!isPlainObject(input)) return failed('', 'type', { expected: 'object' });
    if (!shape(input)) return { ok: false, problems: problemsOf(model, shape.errors ?? []) };
    if (checks.length === 0) return { ok: true, input };
    let problems: Problem[] | undefined;
    const report = (problem: Problem) => {
      problems ??= [];
      problems.push(problem);
    };
    for (const check of checks) check(input, report);
    return problems === undefined ? { ok: true, input } : { ok: false, problems };
  };
}

function variantCheck(model: Model): RuleCheck[] {
  const { variants } = model;
  if (variants === undefined) return [];
  return [
    (input, report) => {
      if (variants.some((variant) => misfits(variant, input).length === 0)) return;
      closestVariant(model, input)?.problems.forEach(report);
    },
  ];
}

/** An object as JSON makes it: nothing inherited can stand in for a field. */
function isPlainObject(value: unknown): value is Input {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function failed(field: string, code: Problem['code'], values: Problem['values']): Validation {
  return { ok: false, problems: [{ path: field, field, code, values }] };
}
