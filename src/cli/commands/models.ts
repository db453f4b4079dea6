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
import { UsageError } from '../errors.ts';
import { modelPage } from '../model-page.ts';
import { plainTable } from '../table.ts';
import { addModelsDiff } from './models-diff.ts';

interface ListOptions {
  type?: string;
  provider?: string;
  status?: string;
  q?: string;
  json?: true;
}

/** `kiegram models`: the registry, read by people and by CI, and held against kie.ai's catalogue. */
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
    .description('fields, rules, prices and an example of one model')
    .option('--json', 'print JSON')
    .action(showModel);
  models
    .command('check')
    .description('the whole registry: line and column of each mistake')
    .action(checkModels);
  models
    .command('gaps')
    .description('what kie.ai says of its models and nothing checks')
    .option('--json', 'print JSON')
    .action(listGaps);
  addModelsDiff(models);
}

function listModels(options: ListOptions): void {
  const found = loadRegistry().list(filterOf(options));
  if (options.json) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  const rows = found.map((model) => [
    model.id,
    model.model_type,
    model.provider,
    model.status,
    lowestPrice(model),
  ]);
  console.log(plainTable(['model', 'model_type', 'provider', 'status', 'from'], rows));
  console.log(`${found.length} models; prices in kie credits, for the smallest input`);
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

function lowestPrice(model: Model): string {
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
  console.log(json ? JSON.stringify(model, null, 2) : modelPage(model));
}

function listGaps({ json }: { json?: true }): void {
  const rows = loadRegistry()
    .list({ status: 'active' })
    .flatMap(({ id, gaps }) => gaps.map((gap) => ({ model: id, gap })));
  if (json) console.log(JSON.stringify(rows, null, 2));
  else {
    for (const { model, gap } of rows) console.log(`${pc.bold(model)}  ${gap}`);
    console.log(`${rows.length} known gaps of ${new Set(rows.map(({ model }) => model)).size} models`);
  }
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
