import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import pc from 'picocolors';
import { PricingError } from '#pricing';
import { type Input, loadRegistry, type Model, type Registry, RegistryError } from '#registry';
import { InterruptedError, UsageError } from '../errors.ts';
import { inputOfArguments } from '../field-arguments.ts';
import { onInterrupt } from '../interruption.ts';
import { type KieAccess, openKie } from '../kie-access.ts';
import { type LocalFile, readFileArguments, uploadFiles, withPlaceholders } from '../local-files.ts';
import { type Price, priceOf } from '../price.ts';
import { problemTexts } from '../problem-text.ts';
import { reportTask } from '../report-task.ts';
import { secondsOf } from '../seconds.ts';
import { comeBack, waitForTask } from '../wait-for-task.ts';

interface Options {
  file: string[];
  input?: string;
  out: string;
  dryRun?: true;
  anyPrice?: true;
  wait: boolean;
  timeout: string;
  json?: true;
  sim?: true;
}

const HELP = `
Fields of the model are options: --prompt "a fox" --num_images 2 --sound. Lists repeat their option or take JSON.
\`kiegram models show MODEL\` says which there are. They come after MODEL.

Exit codes: 0 done · 1 failed otherwise · 2 invalid, nothing was sent · 3 out of kie credits · 4 kie.ai refused or
the task failed · 5 not finished in time: go on with \`kiegram task ID --wait\` · 130 interrupted, the task goes on`;

/** `kiegram run MODEL`: one paid run of a model, from fields and files to the saved result. */
export function addRun(program: Command): void {
  program
    .command('run')
    .description('run a model: check, show the price, upload, create, wait, save')
    .argument('<model>', 'id of the model')
    .argument('[fields...]', '--field value, for the fields of the model')
    .option('--file <field=path>', 'a file to upload for a field; repeatable', collect, [])
    .option('--input <json>', 'the input as JSON, or @file; fields given beside it go before it')
    .option('--out <folder>', 'where results are saved', '.')
    .option('--dry-run', 'check the input and show the price only')
    .option('--any-price', 'also when nobody can say what it costs')
    .option('--wait', 'wait for the result (default)', true)
    .option('--no-wait', 'print the id of the task and leave')
    .option('--timeout <seconds>', 'how long to wait', '900')
    .option('--json', 'print JSON')
    .option('--sim', 'against a simulator: no key, no cost')
    .allowUnknownOption()
    .addHelpText('after', HELP)
    .action(run);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

async function run(id: string, fields: string[], options: Options): Promise<void> {
  const timeoutMs = secondsOf('--timeout', options.timeout);
  const registry = loadRegistry();
  const model = findModel(registry, id);
  const files = await readFileArguments(model, options.file);
  const input = checkedInput(registry, model, await givenInput(model, fields, options), files);
  const price = shownPrice(model, input, options);
  if (options.dryRun) {
    console.log(JSON.stringify({ model: model.id, input, price }, null, 2));
    return;
  }
  await using access = await openKie({ sim: options.sim });
  using interruption = onInterrupt();
  const { signal } = interruption;
  const taskId = await create(access, model, input, files, signal);
  if (!options.wait) {
    console.log(options.json ? JSON.stringify({ taskId }) : taskId);
    return;
  }
  console.error(pc.dim(`task ${taskId}`));
  const task = await waitForTask(access, taskId, { timeoutMs, signal, model });
  await reportTask(
    access,
    { ...task, model: task.model || model.id },
    { ...options, json: !!options.json, signal },
  );
}

function findModel(registry: Registry, id: string): Model {
  if (id.startsWith('-')) throw new UsageError('The model comes first: kiegram run MODEL --field value …');
  const model = findAny(registry, id);
  if (model.id !== id) console.error(`${id} is called ${model.id} today.`);
  return model;
}

function findAny(registry: Registry, id: string): Model {
  try {
    return registry.find(id);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'unknown-model') throw error;
    throw new UsageError(`${error.message}. \`kiegram models list --q WORD\` searches.`, { cause: error });
  }
}

async function givenInput(model: Model, fields: string[], { input }: Options): Promise<Input> {
  const base = input === undefined ? {} : await readInput(input);
  return { ...base, ...inputOfArguments(model, fields) };
}

async function readInput(given: string): Promise<Input> {
  try {
    const text = given.startsWith('@') ? await readFile(given.slice(1), 'utf8') : given;
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Input;
  } catch (cause) {
    throw new UsageError(`--input cannot be read: ${(cause as Error).message}`, { cause });
  }
  throw new UsageError('--input must be a JSON object, the input of the model.');
}

/** The input with files still to be uploaded and defaults that kie.ai insists on. @throws UsageError */
function checkedInput(registry: Registry, model: Model, given: Input, files: readonly LocalFile[]): Input {
  const checked = registry.validate(model.id, withPlaceholders(model, given, files), { pendingFiles: true });
  if (checked.ok) return checked.input;
  const names = `Fields: ${Object.keys(model.input).join(', ')}`;
  throw new UsageError([...problemTexts(checked.problems), names, 'Nothing was sent.'].join('\n'));
}

function shownPrice(model: Model, input: Input, { anyPrice }: Options): Price {
  try {
    const price = priceOf(model, input);
    console.error(`${model.id} · ${price.text}`);
    return price;
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    const { reason, because } = error.evidence;
    if (model.status !== 'active') throw new UsageError(`${because}. ${model.status_note ?? ''}`.trim());
    if (!anyPrice)
      throw new UsageError(`Nobody can say what this costs: ${because} --any-price runs it all the same.`);
    console.error(`${model.id} · price unknown: ${because}`);
    return { kieCredits: null, upperBound: false, text: `unknown (${reason})` };
  }
}

/** Uploads and buys. An interruption never breaks off the purchase itself: its outcome would be uncertain. */
async function create(
  { kie, simulated }: KieAccess,
  model: Model,
  input: Input,
  files: readonly LocalFile[],
  signal: AbortSignal,
): Promise<string> {
  const ready = await uploadFiles(kie, input, files, signal).catch((error: unknown) => {
    throw signal.aborted ? new InterruptedError('Stopped. Nothing was bought.', { cause: error }) : error;
  });
  if (signal.aborted) throw new InterruptedError('Stopped. Nothing was bought.');
  const taskId = await kie.createTask<string>(model.id, ready);
  if (signal.aborted) throw new InterruptedError(comeBack(taskId, simulated));
  return taskId;
}
