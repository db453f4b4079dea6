import { createHash } from 'node:crypto';
import type { Model, Registry } from '#registry';

const MODEL_CODE_LENGTH = 6;
const WORD_CODE_LENGTH = 4;

/** A short name for a text that stays the same after a restart and when the registry grows. */
export function shortCode(text: string, length = WORD_CODE_LENGTH): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** What of `candidates` has this code. */
export function byShortCode<T>(
  candidates: readonly T[],
  code: string,
  textOf: (candidate: T) => string,
  length?: number,
): T | undefined {
  return candidates.find((candidate) => shortCode(textOf(candidate), length) === code);
}

export interface ModelCodes {
  codeOf(modelId: string): string;
  /** Undefined for a code that no entry of today's registry has. */
  modelOf(code: string): Model | undefined;
}

/**
 * Short codes of all models, for buttons.
 *
 * @throws Error when two models, two fields of a model or two values of a field share a code
 */
export function createModelCodes(registry: Pick<Registry, 'models'>): ModelCodes {
  const codeOf = (id: string) => shortCode(id, MODEL_CODE_LENGTH);
  const models = new Map<string, Model>();
  for (const model of registry.models) {
    const other = models.get(codeOf(model.id));
    if (other)
      throw new Error(`Models ${other.id} and ${model.id} share the button code ${codeOf(model.id)}`);
    models.set(codeOf(model.id), model);
    assertDistinct(Object.keys(model.input), `fields of ${model.id}`);
    for (const [name, field] of Object.entries(model.input)) {
      assertDistinct((field.values ?? []).map(String), `values of ${model.id} ${name}`);
    }
  }
  return { codeOf, modelOf: (code) => models.get(code) };
}

function assertDistinct(texts: readonly string[], what: string): void {
  const different = new Set(texts);
  const codes = new Set([...different].map((text) => shortCode(text)));
  if (codes.size < different.size) throw new Error(`Two ${what} share a button code`);
}
