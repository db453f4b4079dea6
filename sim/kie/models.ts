import { readFileSync } from 'node:fs';

/**
 * The simulator's own reading of kie.ai's models (facts: kie-models).
 * `models.json` beside this file holds all 197: fields with their limits, prices, result shapes.
 */

export type Medium = 'image' | 'video' | 'audio';
export type Scalar = string | number | boolean;

/** One input field. `also` are literals allowed outside enum and range; `docKey` is the documented, misspelt key. */
export interface SimField {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  readonly required?: boolean;
  readonly enum?: readonly Scalar[];
  readonly also?: readonly Scalar[];
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly acceptsString?: boolean;
  readonly deprecated?: boolean;
  readonly mime?: readonly string[];
  readonly maxFileMB?: number;
  readonly description?: string;
  /** What the file behind a URL field is. */
  readonly media?: Medium;
  /** URL schemes accepted beside http and https. */
  readonly schemes?: readonly string[];
  readonly docKey?: string;
  readonly items?: SimField;
  readonly properties?: Readonly<Record<string, SimField>>;
}

/** One price line: kie credits per unit; `when` holds field values or `$` conditions. */
export interface SimPrice {
  readonly unit: string;
  readonly credits: number;
  readonly when?: Readonly<Record<string, Scalar>>;
  readonly adds?: boolean;
  readonly freeFirst?: number;
}

/** One of several alternative shapes of an input. */
export interface SimVariant {
  readonly title: string;
  readonly required: readonly string[];
  readonly fields: readonly string[];
  readonly overrides?: Readonly<Record<string, Partial<SimField>>>;
}

export interface SimResult {
  readonly shape: 'resultUrls' | 'resultObject' | 'data' | 'segments';
  readonly media?: Medium;
  readonly extra?: readonly string[];
  readonly count?: number;
  readonly path?: string;
  readonly item?: readonly string[];
  readonly file?: 'wav';
}

/** `fate` of a removed model: refused as paused, or accepted and then failed. */
export interface SimModel {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly category: string;
  readonly taskTypes: readonly string[];
  readonly status: 'active' | 'legacy' | 'removed';
  readonly fate?: 'paused' | 'fails';
  readonly openapi?: null;
  readonly input: Readonly<Record<string, SimField>>;
  readonly variants?: readonly SimVariant[];
  readonly prices: readonly SimPrice[];
  readonly result: SimResult;
}

/** Reads the simulator's 197 models. */
export function loadModels(): SimModel[] {
  return JSON.parse(readFileSync(new URL('./models.json', import.meta.url), 'utf8'));
}

/** The models a simulator serves; entries may be put, replaced or removed to make the catalogue drift. */
export class Catalogue {
  readonly #models: Map<string, SimModel>;

  constructor(models: readonly SimModel[] = loadModels()) {
    this.#models = new Map(models.map((model) => [model.id, model]));
  }

  get(id: string): SimModel | undefined {
    return this.#models.get(id);
  }

  list(): SimModel[] {
    return [...this.#models.values()];
  }

  put(model: SimModel): void {
    this.#models.set(model.id, model);
  }

  remove(id: string): boolean {
    return this.#models.delete(id);
  }
}

/** The value of a field, or its default when it was not sent. */
export function effective(model: SimModel, input: Input, field: string): unknown {
  return input[field] ?? model.input[field]?.default;
}

export type Input = Readonly<Record<string, unknown>>;

/** Sent and not empty: not null, not "", not []. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** All strings of a field that may hold one, several, or objects with URLs inside. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings);
  return [];
}
