import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Field, loadRegistry, type Model, sample } from '#registry';
import { modelInputs } from '../../packaging/model-inputs.ts';
import { compile } from './compile.ts';

type Input = Record<string, unknown>;
type Fields = Readonly<Record<string, Field>>;

const { models } = loadRegistry();
const folder = mkdtempSync(join(tmpdir(), 'kiegram-inputs-'));
after(() => rmSync(folder, { recursive: true }));

// The client's own source, with the inputs that the package's build writes into it.
mkdirSync(join(folder, 'kie'));
cpSync(join(import.meta.dirname, '../../src/kie'), join(folder, 'kie'), { recursive: true });
writeFileSync(join(folder, 'kie/model-inputs.ts'), modelInputs(models));
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');

const statements: Record<string, string[]> = {
  'samples.ts': models.map((model) => call(model.id, sample(model))),
  'wrong-values.ts': models.flatMap((model) =>
    changed(model.input, sample(model), withWrongValue).map(refused(model)),
  ),
  'missing-fields.ts': models.flatMap((model) =>
    changed(withVariants(model), sample(model), withoutRequired).map(refused(model)),
  ),
  'unknown-fields.ts': models.map((model) => refused(model)({ ...sample(model), no_such_field: 1 })),
  'unknown-models.ts': [
    'declare const model: string;',
    'kie.createTask(model, { anything: 1 });',
    'kie.createTask("new/model", { anything: 1 });',
  ],
};
const head = 'import { KieClient } from "./kie/index.ts";\nconst kie = new KieClient({ apiKey: "key" });';
for (const [file, lines] of Object.entries(statements)) {
  writeFileSync(join(folder, file), [head, ...lines].join('\n'));
}
const diagnostics = compile(folder, Object.keys(statements), { allowImportingTsExtensions: true });

test('the client’s source compiles with the inputs of all models', () => {
  assert.deepEqual(
    diagnostics.filter((line) => !Object.keys(statements).some((file) => line.startsWith(file))),
    [],
  );
});

test('the smallest valid input of every model compiles', () => {
  assert.equal(statements['samples.ts']?.length, models.length);
  assert.deepEqual(about('samples.ts'), []);
});

test('a value outside of its list compiles for no field of any model', (t) => {
  const cases = statements['wrong-values.ts']?.length ?? 0;
  t.diagnostic(`${cases} wrong values`);
  assert.ok(cases > 300);
  assert.deepEqual(about('wrong-values.ts'), []);
});

test('an input without a required field compiles for no model', (t) => {
  const cases = statements['missing-fields.ts']?.length ?? 0;
  t.diagnostic(`${cases} missing fields`);
  assert.ok(cases > 400);
  assert.deepEqual(about('missing-fields.ts'), []);
});

test('a field that the model does not have compiles for no model', () => {
  assert.deepEqual(about('unknown-fields.ts'), []);
});

test('a model that nobody knows yet takes any input', () => {
  assert.deepEqual(about('unknown-models.ts'), []);
});

function about(file: string): string[] {
  return diagnostics.filter((line) => line.startsWith(file));
}

function call(id: string, input: unknown): string {
  return `kie.createTask(${JSON.stringify(id)}, ${JSON.stringify(input)});`;
}

/** The compiler complains about an expected error that is none. */
function refused({ id }: Model): (input: Input) => string {
  return (input) => `// @ts-expect-error\n${call(id, input)}`;
}

function withWrongValue(field: Field, name: string, input: Input): Input | undefined {
  return field.values === undefined ? undefined : { ...input, [name]: 'no such value' };
}

function withoutRequired(field: Field, name: string, { [name]: _, ...rest }: Input): Input | undefined {
  return field.required ? rest : undefined;
}

/** One input for each field that `change` makes something of, objects in lists included where the sample has them. */
function changed(
  fields: Fields,
  input: Input,
  change: (field: Field, name: string, input: Input) => Input | undefined,
): Input[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const [first] = Array.isArray(input[name]) ? input[name] : [];
    const inside = field.items?.properties ?? {};
    const deeper = typeof first === 'object' && !Array.isArray(first) ? changed(inside, first, change) : [];
    const here = change(field, name, input);
    return [...(here === undefined ? [] : [here]), ...deeper.map((item) => ({ ...input, [name]: [item] }))];
  });
}

/** A field that every variant requires is required. */
function withVariants({ input, variants = [] }: Model): Fields {
  const always = (name: string) =>
    variants.length > 0 && variants.every((one) => one.required.includes(name));
  return Object.fromEntries(
    Object.entries(input).map(([name, field]) => [
      name,
      { ...field, required: field.required === true || always(name) },
    ]),
  );
}
