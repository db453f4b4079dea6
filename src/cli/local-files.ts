import { stat } from 'node:fs/promises';
import type { KieClient } from '#kie';
import type { Input, Media, Model } from '#registry';
import { UsageError } from './errors.ts';

/** A file of this machine that stands for a field, or for one more item of a field that takes several. */
export interface LocalFile {
  readonly field: string;
  readonly path: string;
  /** What stands in the input until it is uploaded. */
  readonly placeholder: string;
}

/**
 * Reads `field=PATH` arguments and looks at the files. @throws UsageError for a field that takes no file, a file
 * that is missing, empty, or larger than kie.ai takes
 */
export async function readFileArguments(model: Model, args: readonly string[]): Promise<LocalFile[]> {
  const files = args.map((argument, index) => {
    const [, name = '', path = ''] = /^([^=]+)=(.+)$/s.exec(argument) ?? [];
    if (path === '') throw new UsageError(`--file ${argument}: write it as field=PATH.`);
    return { field: fileField(model, name), path, placeholder: `attachment:local-${index}` };
  });
  for (const file of files) await checkFile(file, model.input[file.field]?.media);
  return files;
}

function fileField(model: Model, written: string): string {
  const takers = Object.keys(model.input).filter((name) => model.input[name]?.media !== undefined);
  const name = takers.find((taker) => taker === written || taker === written.replaceAll('-', '_'));
  if (name !== undefined) return name;
  const instead = takers.length === 0 ? 'takes no files' : `takes files in ${takers.join(', ')}`;
  throw new UsageError(`--file ${written}: ${model.id} ${instead}.`);
}

async function checkFile({ field, path }: LocalFile, media: Media | undefined): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`--file ${field}: there is no file ${path}.`);
  if (found.size === 0) throw new UsageError(`--file ${field}: ${path} is empty.`);
  if (media?.max_mb !== undefined && found.size > media.max_mb * 1e6) {
    const size = (found.size / 1e6).toFixed(1);
    throw new UsageError(`--file ${field}: ${path} has ${size} MB, kie.ai takes ${media.max_mb} MB at most.`);
  }
}

/** The input with a placeholder for each file, behind the addresses that a list holds already. */
export function withPlaceholders(model: Model, input: Input, files: readonly LocalFile[]): Input {
  const filled = { ...input };
  for (const { field, placeholder } of files) {
    const given = filled[field];
    if (model.input[field]?.type === 'array') {
      filled[field] = Array.isArray(given) ? [...given, placeholder] : (given ?? [placeholder]);
    } else if (given === undefined) filled[field] = placeholder;
    else throw new UsageError(`${field} takes one file only.`);
  }
  return filled;
}

/** Uploads the files and puts their addresses in place of the placeholders. */
export async function uploadFiles(
  kie: KieClient,
  input: Input,
  files: readonly LocalFile[],
  signal: AbortSignal,
): Promise<Input> {
  const addresses = new Map<unknown, string>();
  for (const { path, placeholder } of files) {
    addresses.set(placeholder, (await kie.uploadFile({ path }, { signal })).url);
  }
  const put = (value: unknown) => addresses.get(value) ?? value;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? value.map(put) : put(value)]),
  );
}
