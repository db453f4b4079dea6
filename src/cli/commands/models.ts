import Table from 'cli-table3';
import type { Command } from 'commander';
import pc from 'picocolors';
import { PricingError, quote } from '#pricing';
import {
  loadRegistry,
  MODEL_TYPES,
  type Model,
  type ModelFilter,
  RegistryError,
  STATUSES,
  sample,
} from '#registry';
import { UsageError } from '../exit.ts';

interface ListOptions {
  type?: string;
  provider?: string;
  status?: string;
  q?: string;
  json?: true;
}

/** `kiegram models`: the registry, read by people and by CI. */
export function addModels(program: Command): void {
  const models = program.command('models').description('the registry: models/kie_models.yaml');
  models
    .command('list', { isDefault: true })
    .description('all models, or those that match')
    .option('--type <type>', `one of ${MODEL_TYPES.join(', ')}`)
    .option('--provider <name>')
    .option('--status <status>', STATUSES.join(', '))
    .option('--q <words>', 'words of id, title or provider')
    .option('--json', 'print JSON')
    .action(listModels);
  models
    .command('show <id>')
    .description('fields, limits, prices and an example of one model')
    .option('--json', 'print JSON')
    .action(showModel);
  models
    .command('check')
    .description('the whole registry: line and column of each mistake')
    .action(checkModels);
}

function listModels(options: ListOptions): void {
  const found = loadRegistry().list(filterOf(options));
  if (options.json) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  const table = new Table({
    head: ['model', 'model_type', 'provider', 'status', 'from'],
    style: { head: [] },
  });
  for (const model of found)
    table.push([model.id, model.model_type, model.provider, model.status, priceOf(model)]);
  console.log(`${table.toString()}\n${found.length} models; prices in kie credits, for the smallest input`);
}

function filterOf({ type, provider, status, q }: ListOptions): ModelFilter {
  return {
    ...(type === undefined ? {} : { type: oneOf('--type', MODEL_TYPES, type) }),
    ...(status === undefined ? {} : { status: oneOf('--status', STATUSES, status) }),
    ...(provider === undefined ? {} : { provider }),
    ...(q === undefined ? {} : { text: q }),
  };
}

function oneOf<T extends string>(option: string, values: readonly T[], given: string): T {
  const found = values.find((value) => value === given);
  if (found === undefined)
    throw new UsageError(`${option} ${given} is unknown; it is one of ${values.join(', ')}.`);
  return found;
}

function priceOf(model: Model): string {
  try {
    const price = quote(model, sample(model), { markup: 1 });
    return `${price.upperBound ? '≤ ' : ''}${price.kieCredits}`;
  } catch (error) {
    if (error instanceof PricingError) return pc.dim(error.code);
    throw error;
  }
}

function showModel(id: string, { json }: { json?: true }): void {
  const model = loadRegistry().find(id);
  if (json) {
    console.log(JSON.stringify(model, null, 2));
    return;
  }
  const fields = new Table({
    head: ['field', 'type', 'required', 'allowed', 'default'],
    style: { head: [] },
  });
  for (const [name, field] of Object.entries(model.input)) {
    const allowed = field.values?.join(', ') ?? limitsOf(field);
    fields.push([
      name,
      field.type,
      field.required ? 'yes' : '',
      shorten(allowed),
      JSON.stringify(field.default) ?? '',
    ]);
  }
  const prices = new Table({ head: ['when', 'kie credits', 'per'], style: { head: [] } });
  for (const rule of model.pricing.rules) {
    prices.push([
      rule.when ? JSON.stringify(rule.when) : 'always',
      `${rule.adds ? '+' : ''}${rule.credits}`,
      rule.unit,
    ]);
  }
  console.log(
    `${pc.bold(model.title)}  ${model.id}\n${model.model_type} · ${model.provider} · ${model.status}`,
  );
  console.log(`${fields.toString()}\n${prices.toString()}`);
  for (const gap of model.gaps) console.log(pc.dim(`not checked here: ${gap}`));
  console.log(`example: ${JSON.stringify(sample(model))}`);
}

function limitsOf(field: Model['input'][string]): string {
  const limits = [
    range('', field.min, field.max),
    range('length ', field.min_length, field.max_length),
    range('items ', field.min_items, field.max_items),
    field.media === undefined ? '' : `${field.media.kind} URL`,
  ];
  return limits.filter((limit) => limit !== '').join(', ');
}

function range(name: string, min: number | undefined, max: number | undefined): string {
  return min === undefined && max === undefined ? '' : `${name}${min ?? ''}…${max ?? ''}`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function checkModels(): void {
  try {
    const { models } = loadRegistry();
    console.log(`${models.length} models, no mistakes`);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    for (const { line, column, model, message } of error.mistakes) {
      console.error(`models/kie_models.yaml:${line}:${column} ${model} ${message}`);
    }
    process.exitCode = 1;
  }
}
