/*
 * Reading kie.ai's OpenAPI documents (facts: catalogue). Their peculiarities survive: percent-encoded references,
 * keys with a space at the end, references into nowhere, references in a circle.
 */

export type JsonObject = { readonly [key: string]: unknown };

/** No document nests deeper; a circle of references ends here. */
const DEEPEST = 12;

/** The schema of createTask's `input`, or undefined when the document does not describe one. */
export function inputSchemaOf(openapi: unknown): JsonObject | undefined {
  const paths = Object.entries(objectAt(openapi, 'paths') ?? {});
  const ordered = paths.toSorted(([one], [other]) => rank(one) - rank(other));
  for (const [, path] of ordered) {
    const body = resolve(openapi, objectAt(objectAt(path, 'post'), 'requestBody'));
    const media = Object.values(objectAt(body, 'content') ?? {})[0];
    const request = flatten(openapi, objectAt(media, 'schema'));
    const input = objectAt(objectAt(request, 'properties'), 'input');
    if (input !== undefined) return flatten(openapi, input);
  }
  return undefined;
}

function rank(path: string): number {
  return path.endsWith('/createTask') ? 0 : 1;
}

/** The schema with its reference followed and its `allOf` made one. */
export function flatten(openapi: unknown, schema: unknown, depth = 0): JsonObject | undefined {
  const own = resolve(openapi, schema);
  if (own === undefined || !Array.isArray(own.allOf) || depth >= DEEPEST) return own;
  const { allOf, ...rest } = own;
  const parts = listAt({ allOf }, 'allOf').map((part) => flatten(openapi, part, depth + 1));
  return parts.filter((part) => part !== undefined).reduceRight<JsonObject>(both, rest);
}

/** What holds when both schemas do; where they say the same thing differently, the first has the word. */
function both(first: JsonObject, second: JsonObject): JsonObject {
  const properties = { ...objectAt(second, 'properties'), ...objectAt(first, 'properties') };
  const required = [...listAt(second, 'required'), ...listAt(first, 'required')];
  return {
    ...second,
    ...first,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

function resolve(openapi: unknown, schema: unknown): JsonObject | undefined {
  let found: unknown = schema;
  for (let hop = 0; hop < DEEPEST; hop += 1) {
    if (!isObject(found)) return undefined;
    if (typeof found.$ref !== 'string') return found;
    found = follow(openapi, found.$ref);
  }
  return undefined;
}

function follow(openapi: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map(unescapeStep)
    .reduce<unknown>((found, step) => memberOf(found, step), openapi);
}

/** A step of a JSON pointer in a URL fragment; one that is not encoded well stands for itself. */
function unescapeStep(step: string): string {
  return decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch (error) {
    if (error instanceof URIError) return step;
    throw error;
  }
}

/** By name; else by the name without the spaces around it, on either side. */
function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((candidate) => candidate.trim() === name.trim());
  return key === undefined ? undefined : value[key];
}

export function objectAt(value: unknown, name: string): JsonObject | undefined {
  const member = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return isObject(member) ? member : undefined;
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const member = isObject(value) ? value[name] : undefined;
  return Array.isArray(member) ? member : [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
