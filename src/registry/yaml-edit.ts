import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Scalar } from './types.ts';

type Path = readonly string[];

/**
 * One change of a YAML text. `set` replaces a plain value, or adds the key after `after` of the same map; `append`
 * adds to a list (a list that is shared under an anchor becomes the place's own); `drop` takes an item out of a list.
 */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Scalar; readonly after: string }
  | { readonly kind: 'append'; readonly path: Path; readonly values: readonly Scalar[] }
  | { readonly kind: 'drop'; readonly path: Path; readonly value: Scalar };

/** An edit that the text leaves no certain place for. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with the edits made; every other character stays as it is. @throws EditError */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const doc = parseDocument(text);
  const splices = edits.map((edit) => spliceOf(doc, text, edit));
  const backwards = splices.toSorted((one, other) => other.from - one.from);
  return backwards.reduce((edited, { from, to, text: put }) => {
    return edited.slice(0, from) + put + edited.slice(to);
  }, text);
}

function spliceOf(doc: Document, text: string, edit: Edit): Splice {
  switch (edit.kind) {
    case 'set':
      return setSplice(doc, text, edit);
    case 'append':
      return appendSplice(doc, text, edit);
    case 'drop':
      return dropSplice(doc, text, edit);
  }
}

function setSplice(doc: Document, text: string, { path, value, after }: Edit & { kind: 'set' }): Splice {
  const map = mapAt(doc, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  const old = pairIn(map, key)?.value;
  if (isScalar(old)) return replace(old, literal(value));
  if (old !== undefined) throw new EditError(`${path.join('.')} is no plain value`);
  const neighbour = pairIn(map, after);
  const end = isNode(neighbour?.value) ? rangeOf(neighbour.value).end : undefined;
  if (neighbour === undefined || end === undefined)
    throw new EditError(`no ${after} beside ${path.join('.')}`);
  if (map.flow === true) return { from: end, to: end, text: `, ${key}: ${literal(value)}` };
  const line = endOfLine(text, end);
  const indent = ' '.repeat(columnOf(text, rangeOf(neighbour.key as Node).start));
  return { from: line, to: line, text: `\n${indent}${key}: ${literal(value)}` };
}

function appendSplice(doc: Document, text: string, { path, values }: Edit & { kind: 'append' }): Splice {
  const node = nodeAt(doc, path);
  if (isAlias(node)) {
    const shared = node.resolve(doc);
    if (!isSeq(shared)) throw new EditError(`${path.join('.')} is no list`);
    const items = [...(shared.toJS(doc) as Scalar[]), ...values];
    return replace(node, `[${items.map(literal).join(', ')}]`);
  }
  const last = isSeq(node) ? node.items.at(-1) : undefined;
  if (!isSeq(node) || !isNode(last)) throw new EditError(`${path.join('.')} is no list`);
  const { end } = rangeOf(last);
  if (node.flow === true) return { from: end, to: end, text: `, ${values.map(literal).join(', ')}` };
  const line = endOfLine(text, end);
  const dash = ' '.repeat(columnOf(text, rangeOf(node).start));
  return { from: line, to: line, text: values.map((value) => `\n${dash}- ${literal(value)}`).join('') };
}

function dropSplice(doc: Document, text: string, { path, value }: Edit & { kind: 'drop' }): Splice {
  const list = nodeAt(doc, path);
  const index = isSeq(list) ? list.items.findIndex((item) => isScalar(item) && item.value === value) : -1;
  if (!isSeq(list) || index === -1) throw new EditError(`${path.join('.')} does not hold ${value}`);
  if (list.items.length === 1) throw new EditError(`${path.join('.')} holds nothing else`);
  return list.flow === true ? dropFromLine(list, index) : dropLine(text, list.items[index] as Node);
}

function dropLine(text: string, item: Node): Splice {
  const { start, end } = rangeOf(item);
  return { from: text.lastIndexOf('\n', start), to: endOfLine(text, end), text: '' };
}

/** The item with the comma on its side. */
function dropFromLine(list: YAMLSeq, index: number): Splice {
  const at = (position: number) => rangeOf(list.items[position] as Node);
  return index === 0
    ? { from: at(0).start, to: at(1).start, text: '' }
    : { from: at(index - 1).end, to: at(index).end, text: '' };
}

function mapAt(doc: Document, path: Path): YAMLMap {
  const node = nodeAt(doc, path);
  if (!isMap(node)) throw new EditError(`${path.join('.')} is no map of its own`);
  return node;
}

/** The node as it stands at the place: an alias on the way is shared with others, so nothing is changed behind it. */
function nodeAt(doc: Document, path: Path): Node {
  let node: unknown = doc.contents;
  for (const step of path) node = isMap(node) ? pairIn(node, step)?.value : undefined;
  if (!isNode(node)) throw new EditError(`nothing at ${path.join('.')}`);
  return node;
}

function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function replace(node: Node, text: string): Splice {
  const { start, end } = rangeOf(node);
  return { from: start, to: end, text };
}

function rangeOf(node: Node): { start: number; end: number } {
  if (!node.range) throw new EditError('a node without a place in the text');
  return { start: node.range[0], end: node.range[1] };
}

/** Where the line ends, its comment included. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** A value as YAML writes it, inside of `{ }` and `[ ]` as well; texts that could be read otherwise are quoted. */
function literal(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  const plain = /^[A-Za-z0-9][\w./ -]*$/.test(value) && !value.endsWith(' ');
  return plain && parseDocument(value).toJS() === value && !/^(no|yes|on|off|[yn])$/i.test(value)
    ? value
    : JSON.stringify(value);
}
