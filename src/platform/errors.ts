/** What {@link AppError} carries besides its code and message. */
export interface AppErrorDetails {
  /** Placeholders of the phrase, e.g. `{ missing: 12 }`. Never a secret. */
  values?: Record<string, string | number>;
  cause?: unknown;
}

/**
 * An error a person or an operator can meet.
 *
 * `code` is the key of the phrase that tells it in the reader's language, `values` fill that phrase,
 * `message` is English and meant for the log. None of them may hold a token, a key or a password.
 *
 * @example throw new AppError('balance-too-low', 'Balance too low', { values: { missing: 12 } });
 */
export class AppError<Code extends string = string> extends Error {
  override readonly name = 'AppError';
  readonly code: Code;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: Code, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.values = details.values ?? {};
  }
}

/** True for an {@link AppError}, of any code or of the one given. */
export function isAppError<Code extends string>(error: unknown, code?: Code): error is AppError<Code> {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** Every code this room throws; each one has a phrase in every locale. */
export const platformErrorCodes = [
  'database-unreachable',
  'data-folder-in-use',
  'schema-too-new',
  'migration-edited',
] as const;

export type PlatformErrorCode = (typeof platformErrorCodes)[number];
