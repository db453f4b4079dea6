/** A mistake in the registry file, where it is and what is wrong. Lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** The entry it belongs to, '' for the file as a whole. */
  readonly model: string;
  readonly message: string;
}

/**
 * `unknown-model`: no entry and no renaming for the id. `withdrawn-model`: the id is known and has no successor;
 * the reason is in the message. `broken-registry`: the file has mistakes, all of them in `mistakes`.
 */
export type RegistryErrorCode = 'unknown-model' | 'withdrawn-model' | 'broken-registry';

export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: RegistryErrorCode;
  readonly mistakes: readonly Mistake[];

  constructor(code: RegistryErrorCode, message: string, mistakes: readonly Mistake[] = []) {
    super(message);
    this.code = code;
    this.mistakes = mistakes;
  }
}
