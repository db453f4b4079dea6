import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkEntry } from './check-entry.ts';
import { entrySchema, fileSchema, renamedSchema } from './entry-schema.ts';
import { type Mistake, RegistryError } from './errors.ts';
import { keptRegistry } from './kept-registry.ts';
import { createRegistry } from './registry.ts';
import type { Model, Registry, Renamed } from './types.ts';

const OWN_FILE = new URL('../../models/kie_models.yaml', import.meta.url);

type Path = readonly PropertyKey[];

/**
 * The registry of a file; default: models/kie_models.yaml of this package. Read and checked at the first start, taken
 * from what was kept of it at the next ones. Throws RegistryError `broken-registry`.
 */
export function loadRegistry(file: string | URL = OWN_FILE): Registry {
  const text = readFileSync(file, 'utf8');
  return createRegistry(keptRegistry(text, () => readText(text, String(file))));
}

/** The same for text already read, and read anew; `name` stands in messages. */
export function parseRegistry(text: string, name = 'registry'): Registry {
  return createRegistry(readText(text, name));
}

function readText(text: string, name: string): RegistryFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const mistakes: Mistake[] = [];
  const report = (path: Path, message: string, model = '') => {
    const { line, col } = lines.linePos(offsetOf(doc, path));
    mistakes.push({ line, column: col, model, message });
  };
  for (const error of doc.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    mistakes.push({
      line,
      column: col,
      model: '',
      message: error.message.split(' at line ', 1)[0] ?? error.code,
    });
  }
  const file = doc.errors.length === 0 ? readFile(doc, report) : undefined;
  if (mistakes.length > 0 || file === undefined) throw broken(name, mistakes);
  return file;
}

/** What the file says, checked: plain data. */
export interface RegistryFile {
  readonly models: readonly Model[];
  readonly renamed: ReadonlyMap<string, Renamed>;
  /** Ids in the order in which they are put first. */
  readonly recommended: readonly string[];
}

type Report = (path: Path, message: string, model?: string) => void;

function readFile(doc: Document, report: Report): RegistryFile | undefined {
  const parsed = fileSchema.safeParse(doc.toJS({ maxAliasCount: -1 }));
  if (!parsed.success) {
    reportIssues(parsed.error, [], report);
    return undefined;
  }
  const models = Object.entries(parsed.data.models).flatMap(([id, raw]) => readEntry(id, raw, report) ?? []);
  const known = new Set(Object.keys(parsed.data.models));
  checkReferences(models, known, report);
  const { recommended } = parsed.data;
  checkRecommended(models, recommended, report);
  return { models, renamed: readRenamed(parsed.data.renamed, known, report), recommended };
}

function readEntry(id: string, raw: unknown, report: Report): Model | undefined {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) {
    reportIssues(parsed.error, ['models', id], report, id);
    return undefined;
  }
  const model = { id, ...parsed.data } as Model;
  for (const finding of checkEntry(model)) report(['models', id, ...finding.path], finding.message, id);
  return model;
}

function checkRecommended(models: readonly Model[], ids: readonly string[], report: Report): void {
  const active = new Set(models.filter((model) => model.status === 'active').map((model) => model.id));
  for (const [index, id] of ids.entries()) {
    if (!active.has(id)) report(['recommended', index], `no active model ${id}`);
  }
}

function checkReferences(models: readonly Model[], known: ReadonlySet<string>, report: Report): void {
  for (const { id, replaced_by: successor, follows } of models) {
    for (const [index, earlier] of follows.entries()) {
      if (!known.has(earlier)) report(['models', id, 'follows', index], `no model ${earlier}`, id);
    }
    if (successor !== undefined && !known.has(successor)) {
      report(['models', id, 'replaced_by'], `no model ${successor}`, id);
    }
  }
}

function readRenamed(
  raw: Record<string, unknown>,
  known: ReadonlySet<string>,
  report: Report,
): Map<string, Renamed> {
  const renamed = new Map<string, Renamed>();
  for (const [id, value] of Object.entries(raw)) {
    const parsed = renamedSchema.safeParse(value);
    if (!parsed.success) reportIssues(parsed.error, ['renamed', id], report);
    else if (known.has(id)) report(['renamed', id], `${id} is a model`);
    else if (parsed.data.to !== null && !known.has(parsed.data.to)) {
      report(['renamed', id, 'to'], `no model ${parsed.data.to}`);
    } else renamed.set(id, parsed.data);
  }
  return renamed;
}

function reportIssues(error: z.ZodError, base: Path, report: Report, model?: string): void {
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) report([...base, ...issue.path, key], `unknown key ${key}`, model);
    } else report([...base, ...issue.path], issue.message, model);
  }
}

/** Offset of the node at a path, or of the last part of the path that exists; of the key where there is one. */
function offsetOf(doc: Document, path: Path): number {
  let node: unknown = doc.contents;
  let offset = doc.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as Node | null)?.toJSON()) === String(step));
      if (pair === undefined) break;
      offset = (pair.key as Node | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function broken(name: string, mistakes: readonly Mistake[]): RegistryError {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted.map(
    (at) => `${name}:${at.line}:${at.column} ${at.model && `${at.model}: `}${at.message}`,
  );
  return new RegistryError('broken-registry', lines.join('\n'), sorted);
}
