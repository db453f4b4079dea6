import type { Registry } from './types.ts';

/** Reads and checks the registry file; default: models/kie_models.yaml of this package. Throws RegistryError `broken-registry`. */
export function loadRegistry(_file?: string | URL): Registry {
  throw new Error('not written yet');
}

/** The same for text already read; `name` stands in messages. */
export function parseRegistry(_text: string, _name?: string): Registry {
  throw new Error('not written yet');
}
